import type { LoggedPermission } from '../log/request-log.ts';
import type { World } from '../world/world.ts';
import type { Caller } from './caller.ts';
import type { DirectoryView } from './directory-view.ts';
import type { Readable } from './permissions.ts';
import type { GraphIds, GraphReply } from './reply.ts';
import { listApplications, readApplication } from './read/applications.ts';
import { listAllGrants, readGrant } from './read/grants.ts';
import { listDomains, listOrganization, listRoles, readMe, readUserInfo } from './read/people-and-tenant.ts';
import { listEligibleRoles, listNumbers, listPrincipalRoles, listUsers } from './read/workloads.ts';
import {
  listAssigned,
  listAssignments,
  listGrantsOf,
  listServicePrincipals,
  readServicePrincipal,
} from './read/service-principals.ts';

/** One request to Graph, with everything an answer needs. */
export interface GraphAsk {
  readonly world: World;
  readonly caller: Caller;
  readonly view: DirectoryView;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly ids: GraphIds;
  /** The parts of the address that the pattern caught. */
  readonly parts: Readonly<Record<string, string | undefined>>;
  /** Says which permissions the answer shows, for the log. */
  readonly shows: (permissions: readonly LoggedPermission[]) => void;
}

export interface GraphRoute {
  readonly pattern: RegExp;
  readonly needs: Readable;
  readonly answer: (ask: GraphAsk) => GraphReply;
}

const principal = String.raw`\/servicePrincipals(?:\/(?<id>[\w-]+)|\(appId='(?<appId>[^']+)'\))`;

/** Every address that Graph answers here, below /v1.0. */
export const graphRoutes: readonly GraphRoute[] = [
  { pattern: /^\/organization$/, needs: 'organization', answer: listOrganization },
  { pattern: /^\/organization\/(?<id>[\w-]+)$/, needs: 'organization', answer: listOrganization },
  { pattern: /^\/domains$/, needs: 'domains', answer: listDomains },
  { pattern: /^\/me$/, needs: 'me', answer: readMe },
  { pattern: /^\/me\/memberOf(?:\/microsoft\.graph\.directoryRole)?$/, needs: 'memberOf', answer: listRoles },
  { pattern: /^\/users$/, needs: 'users', answer: listUsers },
  {
    pattern: /^\/admin\/teams\/telephoneNumberManagement\/numberAssignments$/,
    needs: 'telephoneNumbers',
    answer: listNumbers,
  },
  {
    pattern:
      /^\/roleManagement\/directory\/roleEligibilityScheduleInstances(?:\/filterByCurrentUser\(on='principal'\))?$/,
    needs: 'roleEligibility',
    answer: listEligibleRoles,
  },
  { pattern: /^\/oidc\/userinfo$/, needs: 'userinfo', answer: readUserInfo },
  { pattern: /^\/applications$/, needs: 'applications', answer: listApplications },
  {
    pattern: /^\/applications(?:\/(?<id>[\w-]+)|\(appId='(?<appId>[^']+)'\))$/,
    needs: 'applications',
    answer: readApplication,
  },
  { pattern: /^\/servicePrincipals$/, needs: 'servicePrincipals', answer: listServicePrincipals },
  { pattern: new RegExp(`^${principal}$`), needs: 'servicePrincipals', answer: readServicePrincipal },
  {
    pattern: new RegExp(String.raw`^${principal}\/oauth2PermissionGrants$`),
    needs: 'oauth2PermissionGrants',
    answer: listGrantsOf,
  },
  {
    pattern: new RegExp(String.raw`^${principal}\/appRoleAssignments$`),
    needs: 'appRoleAssignments',
    answer: listAssignments,
  },
  {
    pattern: new RegExp(String.raw`^${principal}\/appRoleAssignedTo$`),
    needs: 'appRoleAssignments',
    answer: listAssigned,
  },
  {
    pattern: new RegExp(String.raw`^${principal}\/memberOf\/microsoft\.graph\.directoryRole$`),
    needs: 'principalRoles',
    answer: listPrincipalRoles,
  },
  { pattern: /^\/oauth2PermissionGrants$/, needs: 'oauth2PermissionGrants', answer: listAllGrants },
  { pattern: /^\/oauth2PermissionGrants\/(?<id>\w+)$/, needs: 'oauth2PermissionGrants', answer: readGrant },
];
