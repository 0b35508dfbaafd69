import type { Result } from '@latchkey/shared/result';
import type { AuditEntry, UpstreamCall } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Candidate } from '../connections/candidate-repository.ts';
import type { Connection } from '../connections/connection-repository.ts';
import { advanced } from '../invitations/advance.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { completeIfProved, judgementDetails, keepValidation, planLook } from '../validation/keep-judgement.ts';
import type { Judged, ObserveSettings } from '../validation/observe.ts';
import { proves } from '../validation/proof.ts';
import { candidateWork, nextLook } from '../validation/settle-plan.ts';
import { takePlace } from '../validation/take-place.ts';
import type { SignedInAccount } from './signed-in-account.ts';

/** Somebody else's answer was first, or the invitation ended while Microsoft was asked. */
export type AlreadyOver = 'invitation_used' | 'invitation_cancelled' | 'invitation_superseded';

export interface Consented {
  /** Null where nobody signed in with us: the application was approved on Microsoft's page. */
  readonly account: SignedInAccount | null;
  readonly judged: Judged;
  /** Whether it is kept beside the connection that is there, as `standsBeside` says: its tokens are sealed for that place. */
  readonly beside: boolean;
  readonly connection: Omit<Connection, 'version' | 'tokensVersion'>;
  /** The token call, by which the account is known. */
  readonly upstream: readonly UpstreamCall[];
}

export interface KeepSettings extends Pick<ObserveSettings, 'judgeSettings'> {
  readonly store: Store;
  readonly now: Clock;
}

/** Whether a new consent is kept beside the connection that is there: until it is proved it harms nothing of it. */
export const standsBeside = (before: Connection | undefined, { verdict, lines }: Judged): boolean =>
  before !== undefined && !proves(verdict, lines);

/**
 * The move to `consented` and everything that hangs on it, in one transaction. It has exactly one winner; what a loser brought back is
 * stored nowhere.
 */
export function keepConsent(
  { store, now, judgeSettings }: KeepSettings,
  here: { readonly invitation: Invitation; readonly requestId: string; readonly at: string },
  consented: Consented,
): Promise<Result<true, AlreadyOver>> {
  const { account, judged, connection, beside, upstream } = consented;
  const { requestId } = here;
  return transactOrRefuse<true, AlreadyOver>(store, async (tx, refuse) => {
    const current = await tx.invitations.find(here.invitation.id);
    const next = current && advanced(current, 'consent', judged.at);
    if (current === undefined || next === undefined) throw refuse(whyOver(current));
    if (!(await tx.invitations.replace(next, current.version))) throw refuse('invitation_used');
    await tx.starts.supersedeAll(current.id, judged.at);
    const actor = { kind: 'customer', id: account?.objectId ?? null, name: account?.username ?? null } as const;
    const context = { kind: 'consent', actor, requestId } as const;
    const about: Omit<AuditEntry, 'action' | 'details'> = {
      at: judged.at,
      actor,
      customerId: current.customerId,
      invitationId: current.id,
      connectionId: connection.id,
      requestId,
    };
    if (account !== null) {
      const { tenantId, username, objectId, roleTemplateIds } = account;
      await tx.audit.append({
        ...about,
        action: 'consent.signed_in',
        details: { tenantId, username, objectId, roleTemplateIds, upstream },
      });
    }
    const due = nextLook(judged.verdict, here.at, now(), judgeSettings);
    const details = judgementDetails(judged, connection);
    if (beside) {
      await tx.candidates.put(candidateOf({ ...connection, invitationId: current.id }, judged, here.at));
      await tx.audit.append({ ...about, action: 'invitation.consented', details: { ...details, candidate: true } });
      await planLook(tx, connection.id, due, now(), candidateWork);
      return true as const;
    }
    await keepConnection(tx, connection, about);
    const sequence = await tx.audit.append({ ...about, action: 'invitation.consented', details });
    await keepValidation(tx, judged, connection.id, context, sequence);
    await completeIfProved(tx, judged, { ...next, version: current.version + 1 }, connection, context);
    await planLook(tx, connection.id, due, now());
    return true as const;
  });
}

function whyOver(invitation: Invitation | undefined): AlreadyOver {
  if (invitation?.status === 'cancelled') return 'invitation_cancelled';
  return invitation?.status === 'superseded' ? 'invitation_superseded' : 'invitation_used';
}

/** A customer has one connection: what is proved takes the place of the one that is there, and the first is added as it is. */
async function keepConnection(
  tx: Transaction,
  connection: Consented['connection'],
  about: Pick<AuditEntry, 'at' | 'actor' | 'requestId'>,
): Promise<void> {
  const before = await tx.connections.find(connection.id);
  if (before !== undefined) return takePlace(tx, before, connection, about);
  if (!(await tx.connections.add(connection))) throw new Error('a connection came while the first was kept');
}

const candidateOf = (
  { id, tenantId: _pinned, ...connection }: Consented['connection'] & Pick<Candidate, 'invitationId'>,
  { verdict, lines }: Judged,
  consentChangedAt: string,
): Omit<Candidate, 'version'> => ({ ...connection, connectionId: id, consentChangedAt, verdict, permissions: lines });
