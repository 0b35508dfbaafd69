import { isTurn } from '@latchkey/shared/alerts/turn';
import { expiryStep, signInEnds } from '@latchkey/shared/validation/expiry';
import { saysNothing } from '@latchkey/shared/validation/history';
import type { Credentials } from '@latchkey/shared/validation/observation';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { Transaction } from '../storage/store.ts';

export interface Seen {
  readonly connectionId: string;
  readonly verdict: Verdict;
  readonly credentials: Credentials;
  readonly sequence: number;
}

/** So many changes back the last verdict is looked for that says something; further back there is none worth comparing with. */
const mostLookedAt = 50;

/**
 * Raises what a validation gives reason for, in the transaction that keeps it: a change from or to `working`, and an end that is near.
 * To be called before the validation itself is kept.
 */
export async function raiseAlerts(tx: Transaction, seen: Seen): Promise<void> {
  const connection = await tx.connections.find(seen.connectionId);
  const customer = connection && (await tx.customers.find(connection.customerId));
  if (customer === undefined) return;
  const about = {
    connectionId: seen.connectionId,
    customer: { id: customer.id, fullName: customer.fullName, tenantId: customer.tenantId },
  };
  await raiseTurn(tx, seen, about);
  await raiseExpiry(tx, seen, about);
}

async function raiseTurn(tx: Transaction, { connectionId, verdict, sequence }: Seen, about: object): Promise<void> {
  const page = { before: null, limit: mostLookedAt };
  const changes = await tx.validations.listChanges(connectionId, page);
  const before = changes.find((one) => !saysNothing(one.verdict.verdict))?.verdict.verdict ?? null;
  const { verdict: to, cause, owner, evidence, at } = verdict;
  if (!isTurn(before, to)) return;
  await tx.alerts.raise({
    key: `turn-${sequence}`,
    sequence,
    at,
    kind: 'connection.verdict_changed',
    connectionId,
    to,
    data: { ...about, from: before, to, cause, owner, evidence },
  });
}

/** Once for each step: 60, 30, 14 and 7 days before, and when it is over. The provider's own secret is one for all customers. */
async function raiseExpiry(
  tx: Transaction,
  { connectionId, verdict, credentials, sequence }: Seen,
  about: object,
): Promise<void> {
  const { client, refreshToken } = credentials;
  const signIn = refreshToken === null ? null : signInEnds(refreshToken.issuedAt);
  const ends = [
    ...(client === null
      ? []
      : [{ what: client.kind, endsAt: client.expiresAt, ours: client.owner === 'provider', from: 60 }]),
    // Any run renews it: only one that nobody could renew is worth a word.
    ...(signIn === null ? [] : [{ what: 'sign_in', endsAt: signIn, ours: false, from: 30 }]),
  ];
  for (const { what, endsAt, ours, from } of ends) {
    const days = expiryStep(endsAt, verdict.at);
    if (days === null || days > from) continue;
    // oxlint-disable-next-line no-await-in-loop -- two at most
    await tx.alerts.raise({
      key: `expires-${ours ? 'provider' : connectionId}-${what}-${endsAt}-${days}`,
      sequence,
      at: verdict.at,
      kind: 'credential.expires',
      connectionId: ours ? null : connectionId,
      to: null,
      data: { ...(ours ? {} : about), credential: what, endsAt, days },
    });
  }
}
