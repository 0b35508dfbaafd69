import { guidFrom } from '../seed/seeded.ts';
import type { Situation } from '../situations/situation.ts';
import { recordStaticConsent } from './consent.ts';
import { openDirectory, type Directory } from './directory.ts';
import { foundCustomer, foundProvider, foundSister, type Populated } from './found-tenants.ts';
import type { Registration } from './records.ts';
import { apiResource, operatorRoles, registrationsOf, type Addresses } from './registrations.ts';
import { graphAppId, microsoftGraph, teamsAdministration, teamsAppId } from './resources.ts';

/** The directory as it is before anybody did anything, and who is who in it. */
export interface Founded {
  readonly directory: Directory;
  readonly provider: Populated;
  readonly customer: Populated;
  /** Only where the situation has one. */
  readonly sister: Populated | undefined;
  readonly registrations: ReturnType<typeof registrationsOf>;
}

/** Grants an application, for everybody in its home tenant, all that its registration asks for. */
function consentAtHome(directory: Directory, { clientId, homeTenantId: tenantId, requires }: Registration): void {
  const client = directory.enlist(tenantId, clientId);
  for (const { resourceAppId, scopes } of requires) {
    const resource = directory.enlist(tenantId, resourceAppId);
    const key = { tenantId, clientId: client.id, resourceId: resource.id, principalId: null } as const;
    directory.putGrant({ ...key, consentType: 'AllPrincipals' }, scopes);
  }
}

function assignOperators(directory: Directory, provider: Populated, api: Registration): void {
  const tenantId = provider.tenant.id;
  const resource = directory.enlist(tenantId, api.clientId);
  for (const [at, value] of operatorRoles.entries()) {
    const person = provider.people[at];
    const role = directory.resource(api.clientId)?.appRoles.find((one) => one.value === value);
    if (!person || !role) continue;
    const assignment = { tenantId, principalType: 'User', resourceId: resource.id } as const;
    directory.putAssignment({ ...assignment, appRoleId: role.id, principalId: person.id });
  }
}

/** As docs/setup.md has it: in its own tenant alone the consent app may read registrations. */
function letReadRegistrations(directory: Directory, { clientId, homeTenantId: tenantId }: Registration): void {
  const principalId = directory.enlist(tenantId, clientId).id;
  const resourceId = directory.enlist(tenantId, graphAppId).id;
  const role = microsoftGraph.appRoles.find(({ value }) => value === 'Application.Read.All');
  if (role === undefined) return;
  const holder = { tenantId, principalId, principalType: 'ServicePrincipal', resourceId } as const;
  directory.putAssignment({ ...holder, appRoleId: role.id });
}

/** Enterprise applications that have nothing to do with us, so that a list is never ours alone. */
const strangers = (situation: Situation, tenantId: string): readonly Registration[] =>
  situation.customer.otherApplications.map((displayName) => ({
    clientId: guidFrom(`stranger/${displayName}`),
    displayName,
    publisher: displayName.split(' ')[0] ?? displayName,
    homeTenantId: tenantId,
    multiTenant: false,
    redirects: [],
    secrets: [],
    certificates: [],
    requires: [{ resourceAppId: graphAppId, scopes: ['openid', 'profile', 'User.Read'], roles: [] }],
    showsDirectoryRoles: false,
    firstParty: false,
    demandsMfa: false,
  }));

/** When the tenants began: long before anybody consents to anything. */
const founded = Date.parse('2019-04-01T08:00:00Z');

/** Makes the directory of a situation. The same seed makes the same one. */
export function foundDirectory(seed: number, situation: Situation, addresses: Addresses, now: () => number): Founded {
  const provider = foundProvider(seed);
  const customer = foundCustomer(seed, situation);
  const sister = foundSister(seed, situation);
  const populated = [provider, customer, ...(sister === undefined ? [] : [sister])];
  const registrations = registrationsOf(seed, provider.tenant.id, addresses, situation);
  const others = strangers(situation, customer.tenant.id);
  let isFounded = false;
  const directory = openDirectory(
    {
      tenants: populated.map(({ tenant }) => tenant),
      people: populated.flatMap(({ people }) => people),
      registrations: [...Object.values(registrations), ...others],
      resources: [microsoftGraph, teamsAdministration, apiResource(registrations.api)],
    },
    () => (isFounded ? now() : founded),
  );
  for (const { id } of directory.tenants) for (const appId of [graphAppId, teamsAppId]) directory.enlist(id, appId);
  for (const registration of [registrations.extension, registrations.consent, ...others])
    consentAtHome(directory, registration);
  assignOperators(directory, provider, registrations.api);
  letReadRegistrations(directory, registrations.consent);
  if (situation.consentedBefore === true) recordStaticConsent(directory, customer.tenant.id, registrations.consent);
  isFounded = true;
  return { directory, provider, customer, sister, registrations };
}
