import type { TokenObservation } from './observation.ts';

/**
 * Entra dates a token five minutes back (measured by others: https://github.com/keycloakify/oidc-spa/issues/162), and clocks of two
 * houses differ a little. A token that says it is older than both before the consent was minted before it.
 */
const clockToleranceMs = (5 + 2) * 60_000;

/**
 * A token minted before the newest consent change says nothing about it. One without a readable `iat` is judged by our own clock.
 * Where we never saw a consent change there is none to be newer than.
 */
export function isFresh(
  token: Extract<TokenObservation, { state: 'issued' }>,
  consentChangedAt: string | null,
): boolean {
  if (token.receivedAt === null) return false;
  if (consentChangedAt === null) return true;
  const changed = Date.parse(consentChangedAt);
  // Asked this way round, a time that cannot be read is not a proof.
  if (!(Date.parse(token.receivedAt) >= changed)) return false;
  return token.issuedAt === null || Date.parse(token.issuedAt) >= changed - clockToleranceMs;
}
