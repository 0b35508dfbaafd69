import { actsAs } from '@latchkey/shared/permissions/acts-as';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { move } from '@latchkey/shared/invitations/status';
import { err, ok, type Result } from '@latchkey/shared/result';
import { findProfile } from '../permissions/find-profile.ts';
import { candidateOfInvitation } from '../connections/with-candidate.ts';
import { planLook } from '../validation/keep-judgement.ts';
import { candidateWork, settleWork } from '../validation/settle-plan.ts';
import type { ValidatesCandidates } from '../validation/validate-candidate.ts';
import type { ValidatesConnections } from '../validation/validate-connection.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { finishApplication, type ApplicationSettings } from './finish-application.ts';
import type { AnswerOf, NotConsented } from './finish-sign-in.ts';
import { refuseConsent } from './refuse-consent.ts';
import type { ReadsRefusals } from './sign-in.ts';
import type { ConsentStart } from './start-repository.ts';
import type { NotTaken, TakesAnswers } from './take-answer.ts';

export interface FinishesApproval {
  /** `looked`: Microsoft was asked again, whatever the address claimed. */
  finish(answer: AnswerOf): Promise<Result<'looked', NotTaken | NotConsented>>;
}

export interface ApprovalSettings extends ApplicationSettings {
  readonly answers: TakesAnswers;
  readonly validator: ValidatesConnections;
  readonly candidates: ValidatesCandidates;
  readonly refusalOf: ReadsRefusals;
}

const firstLookMs = 30_000;

const nobody = { kind: 'customer', id: null, name: null } as const;

/** The answer of Microsoft's page for approving without a box. It carries no proof at all: it only says that looking is worth it. */
export function createApprovalFinisher(settings: ApprovalSettings): FinishesApproval {
  const { store, answers, validator, candidates, refusalOf, now } = settings;
  return {
    async finish({ answer, cookieOf, requestId }) {
      const taken = await answers.take({ answer, kind: 'adminconsent', cookieOf, requestId });
      if (!taken.ok) return taken;
      const start = taken.value;
      const invitation = await store.read.invitations.find(start.invitationId);
      const profile = invitation && (await findProfile(store.read, invitation.profile));
      // For an application this page is the consent itself; otherwise one is on record, and this adds to it.
      const first =
        invitation !== undefined && profile !== undefined && isFirst(invitation, profile)
          ? { invitation, profile, requestId }
          : undefined;
      if (answer?.kind !== 'approved') {
        const { code, aadsts, correlationId } =
          answer?.kind === 'error'
            ? refusalOf(answer.error, answer.description)
            : ({ code: 'consent_answer_refused', aadsts: null, correlationId: null } as const);
        const error = answer?.kind === 'error' ? answer.error : null;
        const details = { kind: 'adminconsent', error, aadsts, correlationId, upstream: [] };
        const refusal = { invitationId: start.invitationId, code, requestId, moves: first !== undefined, details };
        await refuseConsent(store, now().toISOString(), refusal);
        return err(code);
      }
      if (first !== undefined) {
        const kept = await finishApplication(settings, first);
        return kept.ok ? ok('looked') : kept;
      }
      const noted = await noteConsent(settings, start, answer.tenant, requestId);
      const { validate } = noted?.isCandidate === true ? candidates : validator;
      if (noted !== undefined) await validate(noted.connectionId, { kind: 'consent', actor: nobody, requestId });
      return ok('looked');
    },
  };
}

const isFirst = ({ status }: Invitation, profile: PermissionProfile): boolean =>
  actsAs(profile) === 'application' && move(status, 'consent') !== undefined;

/**
 * From here on a proof must be younger than this: an older token says nothing about what was just approved. A look is planned at once,
 * so that it happens even if this process does not live to do it.
 */
function noteConsent(
  { store, now }: ApprovalSettings,
  start: ConsentStart,
  claimedTenant: string | null,
  requestId: string,
): Promise<{ readonly connectionId: string; readonly isCandidate: boolean } | undefined> {
  const at = now().toISOString();
  return store.transact(async (tx) => {
    const invitation = await tx.invitations.find(start.invitationId);
    const connection = invitation && (await tx.connections.findByCustomer(invitation.customerId));
    if (invitation === undefined || connection === undefined) return undefined;
    // A consent that stands beside the connection is what was just added to; the connection's own proof stays what it is.
    const candidate = await candidateOfInvitation(tx, invitation);
    const noted =
      candidate === undefined
        ? await tx.connections.replace({ ...connection, consentChangedAt: at }, connection.version)
        : await tx.candidates.replace({ ...candidate, consentChangedAt: at }, candidate.version);
    if (!noted) throw new Error('a connection changed under its lock');
    await tx.audit.append({
      at,
      action: 'consent.organization_answered',
      actor: nobody,
      customerId: invitation.customerId,
      invitationId: invitation.id,
      connectionId: connection.id,
      requestId,
      details: { claimsPinnedTenant: claimedTenant?.toLowerCase() === connection.tenantId, upstream: [] },
    });
    const isCandidate = candidate !== undefined;
    const due = new Date(now().getTime() + firstLookMs);
    await planLook(tx, connection.id, due, now(), isCandidate ? candidateWork : settleWork);
    return { connectionId: connection.id, isCandidate };
  });
}
