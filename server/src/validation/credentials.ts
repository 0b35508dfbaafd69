import type { Credentials } from '@latchkey/shared/validation/observation';
import type { ConsentCredential } from '../sealing/consent-credential.ts';
import type { TokenAnswer } from '../consent/sign-in.ts';

/** The secret or certificate by which our own application proves itself; null when nobody said when it ends. */
export type ClientCredential = Credentials['client'];

/** The secret or certificate of our own registration, which all connections share. */
export const clientCredentialOf = ({ kind, expiresAt }: ConsentCredential): ClientCredential =>
  expiresAt === null ? null : { kind, expiresAt, owner: 'provider' };

/**
 * What a connection lives on. An answer with a new refresh token makes it young again; one without leaves the one that is kept.
 * `sealedAt` is null where the application asks for itself: then there is none.
 */
export const credentialsOf = (
  { tokens, observation }: TokenAnswer,
  { sealedAt, client }: { readonly sealedAt: string | null; readonly client: ClientCredential },
): Credentials => ({
  refreshToken:
    sealedAt === null
      ? null
      : {
          issuedAt:
            tokens?.refresh !== undefined && observation.state === 'issued' && observation.receivedAt !== null
              ? observation.receivedAt
              : sealedAt,
        },
  client,
  password: null,
});
