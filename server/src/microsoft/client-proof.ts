import { createPrivateKey, randomUUID } from 'node:crypto';
import { originOf, type Cloud } from '@latchkey/shared/clouds/cloud';
import { SignJWT } from 'jose';
import type { Clock } from '../clock.ts';
import type { ConsentCredential } from '../sealing/consent-credential.ts';

export interface ClientProofSettings {
  readonly cloud: Cloud;
  readonly clientId: string;
  readonly credential: ConsentCredential;
  readonly now: Clock;
}

/** Either half of what a token endpoint asks of a client: its secret, or a statement that it has just signed. */
export type ClientProof = { readonly secret: string } | { readonly assertion: string };

/** `client_assertion_type` of a signed statement. Source: RFC 7523, section 2.2. */
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Long enough for a slow line, too short to be of use to whoever finds it. */
const assertionSeconds = 5 * 60;

/** Proves our application to one tenant's token endpoint. A statement is made for each call, and the key goes nowhere. */
export async function proveClient(settings: ClientProofSettings, tenantId: string): Promise<ClientProof> {
  const { credential } = settings;
  return credential.kind === 'secret'
    ? { secret: credential.secret.reveal() }
    : { assertion: await signAssertion(settings, credential, tenantId) };
}

/**
 * `private_key_jwt` as Entra describes it: PS256, the certificate's SHA-256 in `x5t#S256`, the token endpoint as audience. Source:
 * learn.microsoft.com, "Microsoft identity platform application authentication certificate credentials".
 */
export function signAssertion(
  { cloud, clientId, now }: ClientProofSettings,
  { privateKey, thumbprint }: Extract<ConsentCredential, { kind: 'certificate' }>,
  tenantId: string,
): Promise<string> {
  const seconds = Math.floor(now().getTime() / 1000);
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(`${originOf(cloud.login, 'browser')}/${tenantId}/oauth2/v2.0/token`)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + assertionSeconds)
    .sign(createPrivateKey(privateKey.reveal()));
}
