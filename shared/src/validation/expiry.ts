const dayMs = 86_400_000;

/** Days before the end at which somebody is told, the nearest first. */
export const expirySteps = [7, 14, 30, 60] as const;
export type ExpiryStep = 0 | (typeof expirySteps)[number];

/** How near an end is: the smallest step that was reached, 0 from the end on, null while it is far. An end that cannot be read is reached. */
export function expiryStep(expiresAt: string, at: string): ExpiryStep | null {
  const left = (Date.parse(expiresAt) - Date.parse(at)) / dayMs;
  // Asked this way round, a time that cannot be read is an end.
  if (!(left > 0)) return 0;
  return expirySteps.find((step) => left <= step) ?? null;
}

/** A refresh token that nobody redeems lives this long (Microsoft's default; each use gives a new one). */
const refreshTokenDays = 90;

/** When an unused refresh token ends, by when it was issued; null when its beginning cannot be read. */
export function signInEnds(issuedAt: string): string | null {
  const end = Date.parse(issuedAt) + refreshTokenDays * dayMs;
  return Number.isNaN(end) ? null : new Date(end).toISOString();
}

/** A refresh token is near its end within the last 30 days: until then any run renews it. */
export function isSignInEnding(issuedAt: string, at: string): boolean {
  const end = signInEnds(issuedAt);
  const step = end === null ? 0 : expiryStep(end, at);
  return step !== null && step <= 30;
}

const provedForDays = 90;

/** A password that was proved so long ago counts as not proved. */
export const isPasswordProved = (provedAt: string | null, at: string): boolean =>
  provedAt !== null && Date.parse(at) - Date.parse(provedAt) <= provedForDays * dayMs;
