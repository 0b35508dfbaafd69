import { originOf, type Cloud } from '@latchkey/shared/clouds/cloud';
import { err, ok, type Result } from '@latchkey/shared/result';
import { createRemoteJWKSet, customFetch, decodeJwt, errors, jwtVerify, type JWK, type JWTPayload } from 'jose';
import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { SignedInAccount, VerifiesIdTokens } from '../consent/signed-in-account.ts';
import type { Secret } from '../sealing/secret.ts';
import { NoAnswer, type CloudFetch } from './cloud-fetch.ts';

const guid = z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i));
const Claims = z.object({
  tid: guid,
  oid: guid,
  ver: z.literal('2.0'),
  nonce: z.optional(z.string()),
  preferred_username: z.optional(z.string()),
  name: z.optional(z.string()),
  wids: z.optional(z.array(z.string())),
});

/**
 * Checks what MSAL does not: signature (RS256, the cloud's own keys), issuer with its own tenant, audience, nonce, time.
 */
export function createIdTokenVerifier({
  cloud,
  fetch,
  clientId,
  now,
}: {
  readonly cloud: Cloud;
  readonly fetch: CloudFetch;
  readonly clientId: string;
  readonly now: Clock;
}): VerifiesIdTokens {
  const login = originOf(cloud.login, 'browser');
  const keys = createRemoteJWKSet(new URL(`${login}/common/discovery/v2.0/keys`), {
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    [customFetch]: (address, { headers }) => fetch(address, { headers }),
  });
  return {
    async verify(idToken, nonce) {
      try {
        const issuer = `${login}/${claimedTenant(idToken)}/v2.0`;
        const { payload, protectedHeader } = await jwtVerify(idToken.reveal(), keys, {
          issuer,
          audience: clientId,
          algorithms: ['RS256'],
          clockTolerance: '60s',
          currentDate: now(),
          requiredClaims: ['exp', 'iat', 'nbf', 'tid', 'oid'],
        });
        const used = (keys.jwks()?.keys ?? []).filter(({ kid }) => kid === protectedHeader.kid);
        if (!used.some((key) => isKeyOf(key, payload))) return err('consent_answer_refused');
        return accountOf(payload, nonce, clientId);
      } catch (error) {
        if (isAboutTime(error)) return err('clocks_differ');
        return err(isUnreachable(error) ? 'microsoft_unreachable' : 'consent_answer_refused');
      }
    },
  };
}

const claimedTenant = (idToken: Secret): string => {
  const { tid } = decodeJwt(idToken.reveal());
  return guid.safeParse(tid).success ? String(tid) : 'none';
};

/** A key may be bound to one issuer, or to the template of all tenants. */
function isKeyOf(key: JWK & { readonly issuer?: unknown }, { tid, iss }: JWTPayload): boolean {
  return (
    key.issuer === undefined ||
    (typeof key.issuer === 'string' && key.issuer.replace('{tenantid}', String(tid)) === iss)
  );
}

function accountOf(
  payload: JWTPayload,
  nonce: string | null,
  clientId: string,
): Result<SignedInAccount, 'consent_answer_refused'> {
  const claims = Claims.safeParse(payload);
  // An audience of several would mean that others may use it too.
  if (!claims.success || (claims.data.nonce ?? null) !== nonce || payload.aud !== clientId)
    return err('consent_answer_refused');
  const { tid, oid, preferred_username, name, wids } = claims.data;
  const username = preferred_username ?? '';
  return ok({
    tenantId: tid.toLowerCase(),
    objectId: oid,
    username,
    name: name ?? username,
    roleTemplateIds: wids ?? [],
  });
}

const isAboutTime = (error: unknown): boolean =>
  error instanceof errors.JWTExpired ||
  (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf' && error.reason === 'check_failed');

const isUnreachable = (error: unknown): boolean =>
  error instanceof NoAnswer || error instanceof errors.JWKSTimeout || isBareJoseError(error);

/** What jose throws when the keys came with another status than 200, or not as JSON. */
const isBareJoseError = (error: unknown): boolean =>
  error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC';
