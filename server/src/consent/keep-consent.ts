import type { Result } from '@latchkey/shared/result';
import type { AuditEntry, UpstreamCall } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connections/connection-repository.ts';
import { advanced } from '../invitations/advance.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { completeIfProved, judgementDetails, keepValidation, planLook } from '../validation/keep-judgement.ts';
import type { Judged, ObserveSettings } from '../validation/observe.ts';
import { nextLook } from '../validation/settle-plan.ts';
import type { SignedInAccount } from './signed-in-account.ts';

/** Somebody else's answer was first, or the invitation ended while Microsoft was asked. */
export type AlreadyOver = 'invitation_used' | 'invitation_cancelled' | 'invitation_superseded';

export interface Consented {
  /** Null where nobody signed in with us: the application was approved on Microsoft's page. */
  readonly account: SignedInAccount | null;
  readonly judged: Judged;
  readonly connection: Omit<Connection, 'version' | 'tokensVersion'>;
  /** The token call, by which the account is known. */
  readonly upstream: readonly UpstreamCall[];
}

export interface KeepSettings extends Pick<ObserveSettings, 'judgeSettings'> {
  readonly store: Store;
  readonly now: Clock;
}

/**
 * The move to `consented` and everything that hangs on it, in one transaction. It has exactly one winner; what a loser brought back is
 * stored nowhere.
 */
export function keepConsent(
  { store, now, judgeSettings }: KeepSettings,
  here: { readonly invitation: Invitation; readonly requestId: string; readonly at: string },
  consented: Consented,
): Promise<Result<true, AlreadyOver>> {
  const { account, judged, connection, upstream } = consented;
  const { requestId } = here;
  return transactOrRefuse<true, AlreadyOver>(store, async (tx, refuse) => {
    const current = await tx.invitations.find(here.invitation.id);
    const next = current && advanced(current, 'consent', judged.at);
    if (current === undefined || next === undefined) throw refuse(whyOver(current));
    if (!(await tx.invitations.replace(next, current.version))) throw refuse('invitation_used');
    await tx.starts.supersedeAll(current.id, judged.at);
    await keepConnection(tx, connection);
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
    const details = judgementDetails(judged, connection);
    const sequence = await tx.audit.append({ ...about, action: 'invitation.consented', details });
    await keepValidation(tx, judged, connection.id, context, sequence);
    await completeIfProved(tx, judged, { ...next, version: current.version + 1 }, connection, context);
    await planLook(tx, connection.id, nextLook(judged.verdict, here.at, now(), judgeSettings), now());
    return true as const;
  });
}

function whyOver(invitation: Invitation | undefined): AlreadyOver {
  if (invitation?.status === 'cancelled') return 'invitation_cancelled';
  return invitation?.status === 'superseded' ? 'invitation_superseded' : 'invitation_used';
}

/** A customer has one connection: a new consent takes its place, tokens and all. */
async function keepConnection(
  tx: Transaction,
  connection: Omit<Connection, 'version' | 'tokensVersion'>,
): Promise<void> {
  const before = await tx.connections.find(connection.id);
  const kept =
    before === undefined
      ? await tx.connections.add(connection)
      : (await tx.connections.replace(connection, before.version)) &&
        (await tx.connections.replaceTokens(connection.id, connection, before.tokensVersion));
  if (!kept) throw new Error('a connection changed under its lock');
}
