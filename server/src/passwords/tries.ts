import type { PasswordReads } from './password-repository.ts';
import { accountKey } from './password-owner.ts';

/** Microsoft locks an account after ten wrong passwords, in the US government's cloud after three. */
export const mostTries = 3;
const triesPerMs = 3_600_000;

export interface TriesLeft {
  readonly triesLeft: number;
  readonly nextTryAt: string | null;
}

/** Since when tries count, seen from `now`. */
export const countedSince = (now: Date): string => new Date(now.getTime() - triesPerMs).toISOString();

/** How many tries an account has left, and when there is one again. */
export async function triesLeft(
  passwords: PasswordReads,
  tenantId: string,
  username: string,
  now: Date,
): Promise<TriesLeft> {
  const made = await passwords.triesSince(accountKey(tenantId, username), countedSince(now));
  const [oldest] = made;
  const left = Math.max(0, mostTries - made.length);
  if (left > 0 || oldest === undefined) return { triesLeft: left, nextTryAt: null };
  return { triesLeft: 0, nextTryAt: new Date(Date.parse(oldest) + triesPerMs).toISOString() };
}
