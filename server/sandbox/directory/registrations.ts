import { clientSecretFrom, guidFrom, seeded } from '../seed/seeded.ts';
import type { Situation } from '../situations/situation.ts';
import type { Registration } from './records.ts';
import { graphAppId, openIdScopes, type ResourceApplication } from './resources.ts';

/** Where the three registrations may send people back to. */
export interface Addresses {
  readonly apiOrigin: string;
  readonly extensionId: string;
  /** Paths of the API that Microsoft may return a consent to. */
  readonly callbackPaths: readonly string[];
}

const farAway = Date.parse('2099-01-01T00:00:00Z');
const portalClientId = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c';

/** What the consent app asks a customer for: static, so that both consent endpoints ask for the same. */
const connectionScopes = [
  ...openIdScopes.filter((scope) => scope !== 'email'),
  'User.Read',
  'Organization.Read.All',
  'Directory.Read.All',
  'TeamsTelephoneNumber.ReadWrite.All',
  'TeamsPolicyUserAssign.ReadWrite.All',
] as const;

/** The same for an application that acts for itself. */
const connectionRoles = [
  'Organization.Read.All',
  'Directory.Read.All',
  'TeamsTelephoneNumber.ReadWrite.All',
  'TeamsPolicyUserAssign.ReadWrite.All',
] as const;

const plain = {
  secrets: [],
  certificates: [],
  requires: [],
  showsDirectoryRoles: false,
  firstParty: false,
  demandsMfa: false,
} as const satisfies Partial<Registration>;

/** The provider's three registrations and the portals' own. */
export function registrationsOf(
  seed: number,
  providerTenantId: string,
  addresses: Addresses,
  { asksFor }: Pick<Situation, 'asksFor'>,
) {
  const values = seeded(seed, 'registrations');
  const publisher = 'Northwind Voice';
  const api: Registration = {
    ...plain,
    clientId: values.guid('api'),
    displayName: 'Latchkey API',
    publisher,
    homeTenantId: providerTenantId,
    multiTenant: false,
    redirects: [],
  };
  const extension: Registration = {
    ...plain,
    clientId: values.guid('extension'),
    displayName: 'Latchkey for operators',
    publisher,
    homeTenantId: providerTenantId,
    multiTenant: false,
    redirects: [{ uri: `https://${addresses.extensionId}.chromiumapp.org/`, type: 'spa' }],
    requires: [
      { resourceAppId: graphAppId, scopes: [...openIdScopes, 'User.Read'], roles: [] },
      { resourceAppId: api.clientId, scopes: ['access_as_user'], roles: [] },
    ],
  };
  const consent: Registration = {
    ...plain,
    clientId: values.guid('consent'),
    displayName: 'Northwind Voice Connector',
    publisher,
    homeTenantId: providerTenantId,
    multiTenant: true,
    redirects: addresses.callbackPaths.map((path) => ({ uri: `${addresses.apiOrigin}${path}`, type: 'web' })),
    secrets: [{ value: clientSecretFrom(values, 'consent'), expiresAt: farAway }],
    requires: [
      asksFor === 'app roles'
        ? { resourceAppId: graphAppId, scopes: [], roles: connectionRoles }
        : { resourceAppId: graphAppId, scopes: connectionScopes, roles: [] },
    ],
    showsDirectoryRoles: true,
  };
  const portal: Registration = {
    ...plain,
    clientId: portalClientId,
    displayName: 'Azure Portal',
    publisher: 'Microsoft',
    homeTenantId: providerTenantId,
    multiTenant: true,
    redirects: ['portal.azure.com', 'entra.microsoft.com'].map((host) => ({
      uri: `https://${host}/signin/index/`,
      type: 'web',
    })),
    firstParty: true,
    demandsMfa: true,
  };
  return { api, extension, consent, portal };
}

/** The roles that an operator has in our own API. */
export const operatorRoles = ['Admin', 'Operator', 'Monitor'] as const;

/** Our API as others ask for it: one scope, a role per kind of operator, one role for machines. */
export function apiResource(api: Registration): ResourceApplication {
  return {
    appId: api.clientId,
    displayName: api.displayName,
    identifierUris: [`api://${api.clientId}`, api.clientId],
    tokenVersion: '2.0',
    scopes: [
      {
        id: guidFrom(`${api.clientId}/access_as_user`),
        value: 'access_as_user',
        type: 'User',
        displayName: 'Use Latchkey as the signed-in operator',
        description: 'Allows the app to use Latchkey on behalf of the signed-in operator.',
      },
    ],
    appRoles: [
      ...operatorRoles.map((value) => ({
        id: guidFrom(`${api.clientId}/${value}`),
        value,
        displayName: value,
        allowedMemberTypes: ['User'] as const,
      })),
      {
        id: guidFrom(`${api.clientId}/Connection.Use`),
        value: 'Connection.Use',
        displayName: 'Use connections',
        allowedMemberTypes: ['Application'] as const,
      },
    ],
  };
}
