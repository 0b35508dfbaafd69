import type { PasswordOutcome, PasswordView } from '@latchkey/shared/api/passwords';
import type { Result } from '@latchkey/shared/result';
import type { UpstreamCall } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connections/connection-repository.ts';
import type { Sealed, Sealer } from '../sealing/sealer.ts';
import type { Secret } from '../sealing/secret.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { planLook } from '../validation/keep-judgement.ts';
import { tokensOwner } from '../validation/tokens-owner.ts';
import type { CustomerRequest } from './customer-request.ts';
import type { StoredPassword } from './password-repository.ts';
import { passwordView } from './password-view.ts';
import { triesLeft } from './tries.ts';

/** What a try came to. */
export interface Tried {
  readonly outcome: PasswordOutcome;
  readonly aadsts: number | null;
  readonly correlationId: string | null;
  /** Only of a proof. */
  readonly refresh: Secret | undefined;
  readonly upstream: readonly UpstreamCall[];
}

interface KeepSettings {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly now: Clock;
}

/** Whether the last look at the connection found its refresh token dead. */
const hasDeadToken = ({ verdict }: Connection): boolean => verdict?.cause === 'sign_in_again';

/** Puts a try on record; a dead refresh token is replaced by the living one, and looked at by the next beat of the work. */
export async function keepTry(
  { store, sealer, now }: KeepSettings,
  { customerId, actor, role, requestId }: CustomerRequest,
  connection: Connection,
  stored: StoredPassword,
  { outcome, aadsts, correlationId, refresh, upstream }: Tried,
): Promise<Result<PasswordView, 'password_missing' | 'changed_meanwhile'>> {
  const renewed =
    refresh !== undefined && hasDeadToken(connection)
      ? await sealer.seal(refresh, tokensOwner(connection.id))
      : undefined;
  const at = now();
  const lastTry = { at: at.toISOString(), outcome, aadsts, correlationId };
  return transactOrRefuse<PasswordView, 'password_missing' | 'changed_meanwhile'>(store, async (tx, refuse) => {
    // Replaced or deleted while Microsoft was asked: the answer is about a password that is no longer kept.
    if (!(await tx.passwords.noteTry(customerId, stored.storedAt, lastTry))) throw refuse('changed_meanwhile');
    if (renewed !== undefined && !(await renew(tx, connection, renewed, at))) throw refuse('changed_meanwhile');
    await tx.audit.append({
      at: lastTry.at,
      action: 'password.tested',
      actor,
      customerId,
      connectionId: connection.id,
      requestId,
      details: { outcome, aadsts, correlationId, renewed: renewed !== undefined, upstream },
    });
    const current = await tx.passwords.find(customerId);
    if (current === undefined) throw refuse('password_missing');
    return passwordView(current, await triesLeft(tx.passwords, connection.tenantId, stored.username, at), role);
  });
}

async function renew(tx: Transaction, { id, tokensVersion }: Connection, sealedTokens: Sealed, at: Date) {
  const kept = await tx.connections.replaceTokens(id, { sealedTokens, sealedAt: at.toISOString() }, tokensVersion);
  if (kept) await planLook(tx, id, at, at);
  return kept;
}
