import type { GuideView } from '@latchkey/shared/api/guides';
import { err, type Result } from '@latchkey/shared/result';
import type { AuditActor } from '../audit/audit-repository.ts';
import type { Allowance } from '../http/rate-limits.ts';
import { connectionOf } from '../invitations/connection-of.ts';
import type { Reads } from '../storage/store.ts';
import type { ValidatesCandidates } from '../validation/validate-candidate.ts';
import type { ValidatesConnections } from '../validation/validate-connection.ts';
import type { ReadsGuides } from './read-guide.ts';

type CheckFault = 'invitation_not_found' | 'guide_too_early' | 'changed_meanwhile' | 'too_many_requests';

export interface ChecksGuides {
  check(request: {
    readonly invitationId: string;
    readonly actor: AuditActor;
    readonly requestId: string;
  }): Promise<Result<GuideView, CheckFault>>;
}

/** Reads the grants back by the same run as a validation: whoever looks at the same time gets its answer, and too often is refused. */
export function createGuideChecker({
  reads,
  guides,
  validator,
  candidates,
  isAllowed,
}: {
  readonly reads: Reads;
  readonly guides: ReadsGuides;
  readonly validator: ValidatesConnections;
  readonly candidates: ValidatesCandidates;
  readonly isAllowed: Allowance;
}): ChecksGuides {
  return {
    async check({ invitationId, actor, requestId }) {
      const invitation = await reads.invitations.find(invitationId);
      if (invitation === undefined) return err('invitation_not_found');
      const seen = await connectionOf(reads, invitation);
      if (seen === undefined) return err('guide_too_early');
      if (!(await isAllowed(invitationId))) return err('too_many_requests');
      // A consent that is not proved yet has tokens of its own to look with; the connection beside it is not this guide's.
      const { validate } = seen.candidate === undefined ? validator : candidates;
      const done = await validate(seen.connection.id, { kind: 'checked', actor, requestId });
      if (done.ok) return guides.read(invitationId);
      return err(done.error.code === 'connection_not_found' ? 'guide_too_early' : done.error.code);
    },
  };
}
