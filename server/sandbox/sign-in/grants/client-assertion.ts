import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { RegisteredCertificate, Registration, Tenant } from '../../directory/records.ts';
import { done, refuse, type Outcome, type SignInErrorCode } from '../errors.ts';
import { loginOrigin } from '../metadata.ts';

/** What a client sends to prove that it has the key of a certificate, and where. */
export interface Asserted {
  readonly assertion: string;
  readonly type: string | undefined;
  /** The tenant of the path; undefined at an endpoint of many. */
  readonly tenant: Tenant | undefined;
  readonly segment: string;
  /** The address that was asked: Microsoft's own name, or the socket where this one listens. */
  readonly address: string;
  /** Milliseconds. */
  readonly now: number;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Checks a signed statement as Entra describes it: a certificate that is registered and has not ended, named by `x5t#S256`; its signature;
 * the audience; the time. Source: learn.microsoft.com, "application authentication certificate credentials".
 */
export async function proveByAssertion(client: Registration, asserted: Asserted): Promise<Outcome<true>> {
  const { assertion, type, now } = asserted;
  const filling = { client: client.clientId };
  if (type !== assertionType) return refuse(900144, { value: 'client_assertion_type' });
  const thumbprint = headerOf(assertion)?.['x5t#S256'];
  const found = client.certificates.find((one) => one.thumbprint === thumbprint);
  if (found === undefined) return refuse(700027, { ...filling, reason: 'The key was not found' });
  // An ended certificate has the number of a wrong one. Source: https://github.com/microsoft/azure-tools-for-java/issues/2785
  if (found.expiresAt <= now) return refuse(700027, { ...filling, reason: 'The key used is expired' });
  const fault = await faultIn(client, asserted, found);
  return fault === undefined
    ? done(true)
    : refuse(fault, {
        ...filling,
        reason: 'Key was found, but use of the key to verify the signature failed',
      });
}

async function faultIn(
  { clientId }: Registration,
  { assertion, tenant, segment, address, now }: Asserted,
  { publicKey }: RegisteredCertificate,
): Promise<SignInErrorCode | undefined> {
  const places = [segment, ...(tenant === undefined ? [] : [tenant.id])];
  try {
    await jwtVerify(assertion, publicKey, {
      algorithms: ['PS256', 'RS256'],
      issuer: clientId,
      subject: clientId,
      audience: [
        address,
        ...places.flatMap((place) => [`${loginOrigin}/${place}/oauth2/v2.0/token`, `${loginOrigin}/${place}/v2.0`]),
      ],
      requiredClaims: ['exp', 'jti'],
      clockTolerance: 300,
      currentDate: new Date(now),
    });
    return undefined;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 700024;
    if (!(error instanceof errors.JWTClaimValidationFailed)) return 700027;
    return error.claim === 'nbf' ? 700024 : error.claim === 'aud' ? 700023 : 50027;
  }
}

function headerOf(assertion: string) {
  try {
    return decodeProtectedHeader(assertion) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
