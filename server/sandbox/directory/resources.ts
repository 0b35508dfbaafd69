import { guidFrom } from '../seed/seeded.ts';

/** A delegated permission that a resource offers. `type` User: a member may consent to it alone. */
export interface PermissionScope {
  readonly id: string;
  readonly value: string;
  readonly type: 'User' | 'Admin';
  readonly displayName: string;
  readonly description: string;
}

/** An application permission, or (for our API) a role that a person may have in it. */
export interface AppRole {
  readonly id: string;
  readonly value: string;
  readonly displayName: string;
  readonly allowedMemberTypes: readonly ('Application' | 'User')[];
}

/** An application that others ask for permissions on. */
export interface ResourceApplication {
  readonly appId: string;
  readonly displayName: string;
  /** What may stand before the permission's name in a scope. */
  readonly identifierUris: readonly string[];
  readonly scopes: readonly PermissionScope[];
  readonly appRoles: readonly AppRole[];
  /** The version of the tokens that it accepts: the resource decides it, not the endpoint. */
  readonly tokenVersion: '1.0' | '2.0';
}

export const graphAppId = '00000003-0000-0000-c000-000000000000';
export const teamsAppId = '48ac35b8-9aa8-4d74-927d-1f4a14a0b239';

/** The scopes of OpenID Connect. Entra keeps them as permissions of Microsoft Graph. */
export const openIdScopes = ['openid', 'profile', 'email', 'offline_access'] as const;

const scope = (
  value: string,
  type: PermissionScope['type'],
  displayName: string,
  description: string,
): PermissionScope => ({ id: guidFrom(`graph/scope/${value}`), value, type, displayName, description });

const role = (value: string, displayName: string): AppRole => ({
  id: guidFrom(`graph/role/${value}`),
  value,
  displayName,
  allowedMemberTypes: ['Application'],
});

/** Microsoft Graph, as far as anybody here asks for it. */
export const microsoftGraph: ResourceApplication = {
  appId: graphAppId,
  displayName: 'Microsoft Graph',
  identifierUris: ['https://graph.microsoft.com', graphAppId],
  tokenVersion: '1.0',
  scopes: [
    scope('openid', 'User', 'Sign users in', 'Allows users to sign in to the app with their work or school accounts.'),
    scope('profile', 'User', "View users' basic profile", "Allows the app to see your users' basic profile."),
    scope('email', 'User', "View users' email address", "Allows the app to read your users' primary email address."),
    scope(
      'offline_access',
      'User',
      'Maintain access to data you have given it access to',
      'Allows the app to see and update the data you gave it access to, even when users are not using the app.',
    ),
    scope(
      'User.Read',
      'User',
      'Sign in and read user profile',
      'Allows users to sign in and the app to read their profile.',
    ),
    scope(
      'User.Read.All',
      'Admin',
      "Read all users' full profiles",
      'Allows the app to read the profiles of all users.',
    ),
    scope(
      'Organization.Read.All',
      'Admin',
      'Read organization information',
      'Allows the app to read the organization and related resources, on behalf of the signed-in user.',
    ),
    scope(
      'Directory.Read.All',
      'Admin',
      'Read directory data',
      "Allows the app to read data in your organization's directory, such as users, groups and apps.",
    ),
    scope('Domain.Read.All', 'Admin', 'Read domains', 'Allows the app to read all domain properties.'),
    scope(
      'Application.Read.All',
      'Admin',
      'Read applications',
      'Allows the app to read applications and service principals.',
    ),
    scope('Group.Read.All', 'Admin', 'Read all groups', 'Allows the app to list groups and read their properties.'),
    scope(
      'DelegatedPermissionGrant.Read.All',
      'Admin',
      'Read delegated permission grants',
      'Allows the app to read delegated permission grants.',
    ),
    scope(
      'RoleManagement.Read.Directory',
      'Admin',
      'Read directory RBAC settings',
      'Allows the app to read the role-based access control settings of your directory.',
    ),
    scope(
      'TeamsTelephoneNumber.ReadWrite.All',
      'Admin',
      'Read and modify telephone numbers of your tenant',
      'Allows the app to read and modify the telephone numbers that your tenant has acquired.',
    ),
    scope(
      'TeamsPolicyUserAssign.ReadWrite.All',
      'Admin',
      'Read and write policy assignments of Teams users',
      'Allows the app to assign and unassign Teams policies for all users of your tenant.',
    ),
  ],
  appRoles: [
    role('Organization.Read.All', 'Read organization information'),
    role('Directory.Read.All', 'Read directory data'),
    role('User.Read.All', "Read all users' full profiles"),
    role('Domain.Read.All', 'Read domains'),
    role('Application.Read.All', 'Read all applications'),
    role('Group.Read.All', 'Read all groups'),
    role('TeamsTelephoneNumber.ReadWrite.All', 'Read and modify telephone numbers of your tenant'),
    role('TeamsPolicyUserAssign.ReadWrite.All', 'Read and write policy assignments of Teams users'),
  ],
};

/** The Teams administration API behind Teams PowerShell. */
export const teamsAdministration: ResourceApplication = {
  appId: teamsAppId,
  displayName: 'Skype and Teams Tenant Admin API',
  identifierUris: ['https://api.interfaces.records.teams.microsoft.com', teamsAppId],
  tokenVersion: '1.0',
  scopes: [
    {
      id: 'e60370c1-e451-437e-aa6e-d76df38e5f15',
      value: 'user_impersonation',
      type: 'Admin',
      displayName: 'Access Microsoft Teams and Skype for Business data as the signed in user',
      description: 'Allows the app to administer Microsoft Teams and Skype for Business as the signed-in user.',
    },
  ],
  appRoles: [
    {
      id: guidFrom('teams/role/application_access'),
      value: 'application_access',
      displayName: 'Access Microsoft Teams administration as the app',
      allowedMemberTypes: ['Application'],
    },
  ],
};
