import type { SignsIn, TokenAnswer } from '../consent/sign-in.ts';
import type { Sealed, Sealer } from '../sealing/sealer.ts';

/** In the name of whoever consented, or of the application itself where no tokens are kept. */
export async function freshToken(
  { sealer, signIn }: { readonly sealer: Sealer; readonly signIn: SignsIn },
  kept: { readonly tenantId: string; readonly sealedTokens: Sealed | null; readonly owner: string },
  /** For another resource than Graph. */
  resourceAppId?: string,
): Promise<TokenAnswer> {
  const { tenantId, sealedTokens, owner } = kept;
  const wanted = { tenantId, ...(resourceAppId !== undefined && { resourceAppId }) };
  if (sealedTokens === null) return signIn.asApplication(wanted);
  return signIn.refresh({ ...wanted, refresh: await sealer.open(sealedTokens, owner) });
}

/** A consent of the future was noted by a clock that was wrong and has been set since: waiting for that time would help nobody. */
export const notLaterThan = (consentChangedAt: string | null, now: Date): string | null =>
  consentChangedAt !== null && Date.parse(consentChangedAt) > now.getTime() ? now.toISOString() : consentChangedAt;
