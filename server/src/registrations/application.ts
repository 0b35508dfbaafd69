import * as z from 'zod/mini';

const texts = z.nullish(z.array(z.string()));
const Ends = z.nullish(z.string());

/**
 * An application as Graph shows it at `/applications`, and as `az ad app show` prints it, as far as it is looked at. What may be absent
 * there may be absent here: absence is judged, not refused.
 */
export const Application = z.object({
  appId: z.guid(),
  displayName: z.nullish(z.string()),
  signInAudience: z.nullish(z.string()),
  identifierUris: texts,
  groupMembershipClaims: z.nullish(z.string()),
  api: z.nullish(
    z.object({
      requestedAccessTokenVersion: z.nullish(z.int()),
      oauth2PermissionScopes: z.nullish(
        z.array(z.object({ id: z.guid(), value: z.nullish(z.string()), isEnabled: z.boolean() })),
      ),
    }),
  ),
  appRoles: z.nullish(
    z.array(
      z.object({ value: z.nullish(z.string()), isEnabled: z.boolean(), allowedMemberTypes: z.array(z.string()) }),
    ),
  ),
  web: z.nullish(z.object({ redirectUris: texts })),
  spa: z.nullish(z.object({ redirectUris: texts })),
  requiredResourceAccess: z.nullish(
    z.array(
      z.object({
        resourceAppId: z.guid(),
        resourceAccess: z.array(z.object({ id: z.guid(), type: z.enum(['Scope', 'Role']) })),
      }),
    ),
  ),
  passwordCredentials: z.nullish(z.array(z.object({ keyId: z.nullish(z.guid()), endDateTime: Ends }))),
  /** `key` is there only where it was asked for: the certificate's DER, as base64. */
  keyCredentials: z.nullish(
    z.array(z.object({ keyId: z.nullish(z.guid()), endDateTime: Ends, key: z.nullish(z.string()) })),
  ),
  verifiedPublisher: z.nullish(z.object({ verifiedPublisherId: z.nullish(z.string()) })),
});
export type Application = z.infer<typeof Application>;

/** What is selected of it. */
export const applicationFields = [
  'appId',
  'displayName',
  'signInAudience',
  'identifierUris',
  'groupMembershipClaims',
  'api',
  'appRoles',
  'web',
  'spa',
  'requiredResourceAccess',
  'passwordCredentials',
  'keyCredentials',
  'verifiedPublisher',
] as const;

const Offered = z.array(z.object({ id: z.guid(), value: z.nullish(z.string()) }));

/** What a resource offers: by it, ids of permissions become their names. As at `/servicePrincipals`, or from `az ad sp show`. */
export const OfferedPermissions = z.object({
  appId: z.guid(),
  appRoles: Offered,
  oauth2PermissionScopes: Offered,
});
export type OfferedPermissions = z.infer<typeof OfferedPermissions>;
