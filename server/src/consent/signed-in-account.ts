import type { Result } from '@latchkey/shared/result';
import type { Secret } from '../sealing/secret.ts';

/** Who signed in, as Microsoft signed it. */
export interface SignedInAccount {
  /** Lower case. */
  readonly tenantId: string;
  readonly objectId: string;
  readonly username: string;
  readonly name: string;
  /** Role template ids that the token carries; empty when the registration does not ask for them. */
  readonly roleTemplateIds: readonly string[];
}

/** `clocks_differ`: Microsoft dates it in what is the future or the past here. It came just now, so one of the clocks is wrong. */
export type IdTokenFault = 'consent_answer_refused' | 'clocks_differ' | 'microsoft_unreachable';

export interface VerifiesIdTokens {
  /**
   * Signature, issuer with its own tenant, audience, nonce and time; a nonce of null means that there must be none. It does not compare the tenant with the pinned one: that is the
   * caller's, because a wrong tenant has its own way on.
   */
  verify(idToken: Secret, nonce: string | null): Promise<Result<SignedInAccount, IdTokenFault>>;
}
