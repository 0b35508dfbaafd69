import { guidFrom } from '../seed/seeded.ts';
import type { AppRoleAssignment, Grant, Person, Registration, ServicePrincipal, Tenant } from './records.ts';
import type { ResourceApplication } from './resources.ts';

/** What a directory starts with. */
export interface DirectoryContent {
  readonly tenants: readonly Tenant[];
  readonly people: readonly Person[];
  readonly registrations: readonly Registration[];
  readonly resources: readonly ResourceApplication[];
}

/** Who may use what: the client's and the resource's service principal, and for whom. */
type GrantKey = Pick<Grant, 'tenantId' | 'clientId' | 'resourceId' | 'consentType' | 'principalId'>;
type PrincipalChange = Partial<Pick<ServicePrincipal, 'enabled' | 'assignmentRequired' | 'disabledByMicrosoft'>>;
type AssignmentKey = Omit<AppRoleAssignment, 'id' | 'createdAt'>;

/** Every tenant with its people, its applications and what was granted in it. In memory only. */
export interface Directory extends DirectoryContent {
  /** By tenant id or by any of its domains. */
  tenantNamed(segment: string): Tenant | undefined;
  personNamed(username: string): Person | undefined;
  person(id: string): Person | undefined;
  registration(clientId: string): Registration | undefined;
  resource(appId: string): ResourceApplication | undefined;
  servicePrincipals(tenantId: string): readonly ServicePrincipal[];
  /** By app id or by object id. */
  servicePrincipal(tenantId: string, id: string): ServicePrincipal | undefined;
  /** The application's service principal in that tenant; made if it is not there. */
  enlist(tenantId: string, appId: string): ServicePrincipal;
  grants(tenantId: string): readonly Grant[];
  assignments(tenantId: string): readonly AppRoleAssignment[];
  /** Sets what is granted under that key; no scopes, no grant. */
  putGrant(key: GrantKey, scopes: readonly string[]): void;
  putAssignment(key: AssignmentKey): void;
  removeAssignment(id: string): void;
  changePrincipal(tenantId: string, appId: string, change: PrincipalChange): void;
  changePerson(id: string, change: Pick<Person, 'roles' | 'eligibleRoles'>): void;
  changeRegistration(clientId: string, change: Partial<Omit<Registration, 'clientId'>>): void;
  /** What others may ask of an application. */
  changeResource(appId: string, change: Partial<Omit<ResourceApplication, 'appId'>>): void;
  /** Deletes the application's service principal in that tenant, and with it all that hangs on it. */
  strike(tenantId: string, appId: string): void;
  /** Takes away all that was granted to an application in a tenant; its service principal stays. */
  revoke(tenantId: string, appId: string): void;
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const isFor =
  (key: GrantKey) =>
  (grant: Grant): boolean =>
    grant.tenantId === key.tenantId &&
    grant.clientId === key.clientId &&
    grant.resourceId === key.resourceId &&
    grant.consentType === key.consentType &&
    grant.principalId === key.principalId;

/** Puts `change` over what a list holds in that place. */
function changeIn<Thing>(things: Thing[], is: (thing: Thing) => boolean, change: Partial<NoInfer<Thing>>): void {
  const at = things.findIndex(is);
  const before = things[at];
  if (before !== undefined) things[at] = { ...before, ...change };
}

/** Opens a directory. `now` stamps what is made later. */
export function openDirectory(founding: DirectoryContent, now: () => number): Directory {
  const content = {
    ...founding,
    people: [...founding.people],
    registrations: [...founding.registrations],
    resources: [...founding.resources],
  };
  const principals: ServicePrincipal[] = [];
  let grants: readonly Grant[] = [];
  let assignments: readonly AppRoleAssignment[] = [];

  const servicePrincipal = (tenantId: string, id: string): ServicePrincipal | undefined =>
    principals.find((one) => one.tenantId === tenantId && (same(one.appId, id) || same(one.id, id)));

  function enlist(tenantId: string, appId: string): ServicePrincipal {
    const known = servicePrincipal(tenantId, appId);
    if (known) return known;
    const registration = content.registrations.find((one) => same(one.clientId, appId));
    const resource = content.resources.find((one) => same(one.appId, appId));
    const made: ServicePrincipal = {
      id: guidFrom(`service principal/${tenantId}/${appId}`),
      tenantId,
      appId,
      displayName: registration?.displayName ?? resource?.displayName ?? appId,
      publisher: registration?.publisher ?? 'Microsoft',
      ownerTenantId: registration?.homeTenantId ?? 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
      createdAt: now(),
      enabled: true,
      assignmentRequired: false,
      disabledByMicrosoft: null,
    };
    principals.push(made);
    return made;
  }

  function revoke(tenantId: string, appId: string): void {
    const principal = servicePrincipal(tenantId, appId);
    grants = grants.filter((one) => one.clientId !== principal?.id);
    assignments = assignments.filter((one) => one.principalId !== principal?.id);
  }

  return {
    ...content,
    tenantNamed: (segment) =>
      content.tenants.find(({ id, domains }) => same(id, segment) || domains.some(({ name }) => same(name, segment))),
    personNamed: (username) => content.people.find((one) => same(one.username, username)),
    person: (id) => content.people.find((one) => one.id === id),
    registration: (clientId) => content.registrations.find((one) => same(one.clientId, clientId)),
    resource: (appId) => content.resources.find((one) => same(one.appId, appId)),
    servicePrincipals: (tenantId) => principals.filter((one) => one.tenantId === tenantId),
    servicePrincipal,
    enlist,
    grants: (tenantId) => grants.filter((one) => one.tenantId === tenantId),
    assignments: (tenantId) => assignments.filter((one) => one.tenantId === tenantId),
    putGrant(key, scopes) {
      const before = grants.find(isFor(key));
      const others = grants.filter((grant) => grant !== before);
      const id = before?.id ?? guidFrom(`grant/${Object.values(key).join('/')}`).replaceAll('-', '');
      grants =
        scopes.length === 0 ? others : [...others, { ...key, id, scopes: [...new Set(scopes)], createdAt: now() }];
    },
    putAssignment(key) {
      const id = guidFrom(`assignment/${Object.values(key).join('/')}`).replaceAll('-', '');
      if (assignments.some((one) => one.id === id)) return;
      assignments = [...assignments, { ...key, id, createdAt: now() }];
    },
    removeAssignment(id) {
      assignments = assignments.filter((one) => one.id !== id);
    },
    changePrincipal: (tenantId, appId, change) =>
      changeIn(principals, (one) => one.tenantId === tenantId && same(one.appId, appId), change),
    changePerson: (id, change) => changeIn(content.people, (one) => one.id === id, change),
    changeRegistration: (clientId, change) =>
      changeIn(content.registrations, (one) => same(one.clientId, clientId), change),
    changeResource: (appId, change) => changeIn(content.resources, (one) => same(one.appId, appId), change),
    strike(tenantId, appId) {
      revoke(tenantId, appId);
      const struck = servicePrincipal(tenantId, appId);
      grants = grants.filter(({ resourceId }) => resourceId !== struck?.id);
      assignments = assignments.filter(({ resourceId }) => resourceId !== struck?.id);
      if (struck !== undefined) principals.splice(principals.indexOf(struck), 1);
    },
    revoke,
  };
}
