import type { Registration } from '../directory/records.ts';
import type { ResourceApplication } from '../directory/resources.ts';
import { guidFrom } from '../seed/seeded.ts';

type FindsResource = (appId: string) => ResourceApplication | undefined;

/** A registration as Graph shows it. A secret is never in it: only its beginning and its end. */
export function applicationShape(id: string, registration: Registration, resourceOf: FindsResource) {
  const { clientId, displayName, multiTenant, redirects, showsDirectoryRoles } = registration;
  const own = resourceOf(clientId);
  const redirectUris = (type: 'web' | 'spa') => redirects.filter((one) => one.type === type).map(({ uri }) => uri);
  return {
    id,
    appId: clientId,
    displayName,
    signInAudience: multiTenant ? 'AzureADMultipleOrgs' : 'AzureADMyOrg',
    identifierUris: (own?.identifierUris ?? []).filter((uri) => uri.startsWith('api://')),
    groupMembershipClaims: showsDirectoryRoles ? 'DirectoryRole' : null,
    publisherDomain: 'northwindvoice.onmicrosoft.com',
    verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null },
    api: {
      // Null is version 1, as Microsoft has it.
      requestedAccessTokenVersion: own?.tokenVersion === '2.0' ? 2 : null,
      oauth2PermissionScopes: (own?.scopes ?? []).map(({ id: scopeId, value, type, displayName: name }) => ({
        id: scopeId,
        value,
        type,
        isEnabled: true,
        adminConsentDisplayName: name,
      })),
      preAuthorizedApplications: [],
    },
    appRoles: (own?.appRoles ?? []).map((role) => ({ ...role, description: role.displayName, isEnabled: true })),
    web: { redirectUris: redirectUris('web'), homePageUrl: null },
    spa: { redirectUris: redirectUris('spa') },
    requiredResourceAccess: requiredAccess(registration, resourceOf),
    passwordCredentials: registration.secrets.map(({ value, expiresAt }) => ({
      keyId: guidFrom(`password/${clientId}/${expiresAt}`),
      displayName: 'practice',
      hint: value.slice(0, 3),
      endDateTime: new Date(expiresAt).toISOString(),
      secretText: null,
    })),
    keyCredentials: registration.certificates.map(({ der, thumbprint, expiresAt }) => ({
      keyId: guidFrom(`certificate/${clientId}/${thumbprint}`),
      displayName: 'practice',
      type: 'AsymmetricX509Cert',
      usage: 'Verify',
      // A certificate counts in whole seconds.
      endDateTime: new Date(Math.floor(expiresAt / 1000) * 1000).toISOString(),
      key: der,
    })),
  };
}

function requiredAccess({ requires }: Registration, resourceOf: FindsResource) {
  return requires.map(({ resourceAppId, scopes, roles }) => {
    const resource = resourceOf(resourceAppId);
    const idsOf = (offered: readonly { readonly id: string; readonly value: string }[], values: readonly string[]) =>
      offered.filter(({ value }) => values.includes(value)).map(({ id }) => id);
    return {
      resourceAppId,
      resourceAccess: [
        ...idsOf(resource?.scopes ?? [], scopes).map((id) => ({ id, type: 'Scope' })),
        ...idsOf(resource?.appRoles ?? [], roles).map((id) => ({ id, type: 'Role' })),
      ],
    };
  });
}
