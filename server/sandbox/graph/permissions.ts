import type { Caller } from './caller.ts';

/** What may be read, and which permissions are each enough for it (any one). Source: the Graph reference, least first. */
const enough = {
  organization: {
    delegated: ['User.Read', 'Organization.Read.All', 'Directory.Read.All'],
    application: ['Organization.Read.All', 'Directory.Read.All'],
  },
  servicePrincipals: {
    delegated: ['Application.Read.All', 'Directory.Read.All'],
    application: ['Application.Read.All', 'Directory.Read.All'],
  },
  applications: {
    delegated: ['Application.Read.All', 'Directory.Read.All'],
    application: ['Application.Read.All', 'Application.ReadWrite.OwnedBy', 'Directory.Read.All'],
  },
  appRoleAssignments: {
    delegated: ['Application.Read.All', 'Directory.Read.All'],
    application: ['Application.Read.All', 'Directory.Read.All'],
  },
  // Application.Read.All is not enough here; that is why every delegated profile asks for Directory.Read.All.
  oauth2PermissionGrants: {
    delegated: ['Directory.Read.All', 'DelegatedPermissionGrant.Read.All'],
    application: ['Directory.Read.All'],
  },
  me: { delegated: ['User.Read', 'User.Read.All', 'Directory.Read.All'], application: [] },
  memberOf: { delegated: ['Directory.Read.All', 'RoleManagement.Read.Directory'], application: [] },
  users: {
    delegated: ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
    application: ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
  },
  principalRoles: {
    delegated: ['Application.Read.All', 'Directory.Read.All'],
    application: ['Application.Read.All', 'Directory.Read.All'],
  },
  roleEligibility: {
    delegated: ['RoleEligibilitySchedule.Read.Directory', 'RoleManagement.Read.Directory'],
    application: ['RoleEligibilitySchedule.Read.Directory', 'RoleManagement.Read.Directory'],
  },
  telephoneNumbers: {
    delegated: ['TeamsTelephoneNumber.Read.All', 'TeamsTelephoneNumber.ReadWrite.All'],
    application: ['TeamsTelephoneNumber.Read.All', 'TeamsTelephoneNumber.ReadWrite.All'],
  },
  domains: {
    delegated: ['Domain.Read.All', 'Directory.Read.All'],
    application: ['Domain.Read.All', 'Directory.Read.All'],
  },
  userinfo: { delegated: ['openid'], application: [] },
} as const satisfies Record<string, { delegated: readonly string[]; application: readonly string[] }>;

export type Readable = keyof typeof enough;

export function mayRead(caller: Caller, what: Readable): boolean {
  const accepted: readonly string[] = enough[what][caller.person ? 'delegated' : 'application'];
  return caller.permissions.some((one) => accepted.includes(one));
}

/** With User.Read alone /organization shows only what every member may know. */
export const readsWholeOrganization = ({ permissions }: Caller): boolean =>
  permissions.some((one) => one === 'Organization.Read.All' || one === 'Directory.Read.All');
