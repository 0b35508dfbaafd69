import { createRemoteJWKSet, customFetch, decodeJwt, errors, jwtVerify, type JWK } from 'jose';
import * as z from 'zod/mini';
import { operatorRoles, type OperatorRole } from '@latchkey/shared/api/endpoint';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { Clock } from '../clock.ts';
import type { Operator } from '../http/call.ts';
import type { Secret } from '../sealing/secret.ts';

export type TokenFault =
  | 'operator_token_refused'
  | 'operator_tenant_refused'
  | 'operator_without_role'
  | 'microsoft_unreachable';

export interface VerifiesAccessTokens {
  /** Who an Entra access token for our API speaks for. */
  verify(token: Secret): Promise<Result<Operator, TokenFault>>;
}

export interface AccessTokenRules {
  /** Login origin as tokens name it. */
  readonly login: string;
  /** Fetches the signing keys. Throws when Microsoft cannot be reached. */
  readonly fetchKeys: (address: string) => Promise<Response>;
  readonly apiClientId: string;
  /** Applications that may ask for tokens for us. */
  readonly clients: readonly string[];
  /** Tenants that operators may come from, lower case. */
  readonly tenants: readonly string[];
  readonly now: Clock;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const Guid = z.string().check(z.regex(guid));
const Claims = z.object({
  ver: z.literal('2.0'),
  aud: z.string(),
  azp: Guid,
  tid: Guid,
  oid: Guid,
  scp: z.string(),
  idtyp: z.optional(z.literal('user')),
  roles: z.optional(z.array(z.string())),
  name: z.optional(z.string().check(z.maxLength(256))),
  preferred_username: z.optional(z.string().check(z.maxLength(256))),
});
type Claims = z.infer<typeof Claims>;

/**
 * Checks an operator's Entra access token: signature by the cloud's own keys (RS256 alone), issuer with its own tenant, the key's
 * issuer, audience, calling application, version, scope, time, tenant, role. Which of them failed is not told.
 */
export function createAccessTokenVerifier(rules: AccessTokenRules): VerifiesAccessTokens {
  const keys = createRemoteJWKSet(new URL(`${rules.login}/common/discovery/v2.0/keys`), {
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    [customFetch]: (address) => rules.fetchKeys(address),
  });
  return {
    verify: async (token) => {
      try {
        const text = token.reveal();
        const { payload, protectedHeader } = await jwtVerify(text, keys, {
          issuer: `${rules.login}/${claimedTenant(text)}/v2.0`,
          audience: rules.apiClientId,
          algorithms: ['RS256'],
          clockTolerance: 60,
          currentDate: rules.now(),
          requiredClaims: ['exp', 'iat', 'nbf', 'tid', 'oid', 'ver'],
        });
        const used = (keys.jwks()?.keys ?? []).filter(({ kid }) => kid === protectedHeader.kid);
        const isOfIssuer = used.some((key) => issuerOf(key, String(payload['tid'])) === payload.iss);
        const claims = Claims.safeParse(payload);
        return isOfIssuer && claims.success ? permitted(claims.data, rules) : err('operator_token_refused');
      } catch (error) {
        return err(isTokensFault(error) ? 'operator_token_refused' : 'microsoft_unreachable');
      }
    },
  };
}

const claimedTenant = (token: string): string => {
  const { tid } = decodeJwt(token);
  return typeof tid === 'string' && guid.test(tid) ? tid : 'none';
};

/** A key is bound to one issuer, or to the template of all tenants; a key that names none is not taken. */
function issuerOf(key: JWK & { readonly issuer?: unknown }, tenantId: string): string | undefined {
  return typeof key.issuer === 'string' ? key.issuer.replace('{tenantid}', tenantId) : undefined;
}

function permitted(claims: Claims, rules: AccessTokenRules): Result<Operator, TokenFault> {
  const { aud, azp, scp, tid, oid, name, preferred_username: username } = claims;
  const isForUs = aud === rules.apiClientId && rules.clients.includes(azp.toLowerCase());
  if (!isForUs || !scp.split(' ').includes('access_as_user')) return err('operator_token_refused');
  if (!rules.tenants.includes(tid.toLowerCase())) return err('operator_tenant_refused');
  const role = roleOf(claims);
  if (role === undefined) return err('operator_without_role');
  return ok({
    objectId: oid.toLowerCase(),
    tenantId: tid.toLowerCase(),
    name: name ?? username ?? oid,
    username: username ?? '',
    role,
  });
}

/** The widest of the roles that the token carries. */
const roleOf = ({ roles = [] }: Claims): OperatorRole | undefined => operatorRoles.find((role) => roles.includes(role));

/** Faults of the token itself; whatever else goes wrong is not the caller's doing. */
const tokensFaults: readonly (new (...values: never[]) => Error)[] = [
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JWKInvalid,
];

const isTokensFault = (error: unknown): boolean => tokensFaults.some((fault) => error instanceof fault);
