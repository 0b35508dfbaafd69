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

/** Opens a directory. `now` stamps what is made later. */
export function openDirectory(content: DirectoryContent, now: () => number): Directory {
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
    };
    principals.push(made);
    return made;
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
    revoke(tenantId, appId) {
      const principal = servicePrincipal(tenantId, appId);
      grants = grants.filter((one) => one.clientId !== principal?.id);
      assignments = assignments.filter((one) => one.principalId !== principal?.id);
    },
  };
}
