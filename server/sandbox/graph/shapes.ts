import type { AppRoleAssignment, Grant, Person, ServicePrincipal, Tenant } from '../directory/records.ts';
import type { ResourceApplication } from '../directory/resources.ts';
import { directoryRoles, type DirectoryRoleName } from '../directory/roles.ts';
import { guidFrom } from '../seed/seeded.ts';

/** A service principal as Graph shows it. */
export const servicePrincipalShape = (principal: ServicePrincipal, resource: ResourceApplication | undefined) => ({
  id: principal.id,
  appId: principal.appId,
  displayName: principal.displayName,
  appDisplayName: principal.displayName,
  accountEnabled: principal.enabled,
  appOwnerOrganizationId: principal.ownerTenantId,
  appRoleAssignmentRequired: principal.assignmentRequired,
  createdDateTime: new Date(principal.createdAt).toISOString(),
  disabledByMicrosoftStatus: principal.disabledByMicrosoft,
  homepage: null,
  publisherName: principal.publisher,
  servicePrincipalType: 'Application',
  servicePrincipalNames: resource?.identifierUris ?? [principal.appId],
  signInAudience: 'AzureADMultipleOrgs',
  tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
  verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null },
  appRoles: (resource?.appRoles ?? []).map((role) => ({
    ...role,
    description: role.displayName,
    isEnabled: true,
    origin: 'Application',
  })),
  oauth2PermissionScopes: (resource?.scopes ?? []).map(({ id, value, type, displayName, description }) => ({
    id,
    value,
    type,
    isEnabled: true,
    adminConsentDisplayName: displayName,
    adminConsentDescription: description,
    userConsentDisplayName: displayName,
    userConsentDescription: description,
  })),
});

/** A delegated grant as Graph shows it: the scopes in one text, with a space before them as Entra leaves it. */
export const grantShape = ({ id, clientId, consentType, principalId, resourceId, scopes }: Grant) => ({
  id,
  clientId,
  consentType,
  principalId,
  resourceId,
  scope: ` ${scopes.join(' ')}`,
});

export const assignmentShape = (
  { id, appRoleId, createdAt, principalId, principalType, resourceId }: AppRoleAssignment,
  principalDisplayName: string,
  resourceDisplayName: string,
) => ({
  id,
  deletedDateTime: null,
  appRoleId,
  createdDateTime: new Date(createdAt).toISOString(),
  principalDisplayName,
  principalId,
  principalType,
  resourceDisplayName,
  resourceId,
});

const capabilities = 'Email, OfficeCommunicationsOnline';

/** The organisation; `whole` when more may be seen than every member may know. */
export const organizationShape = (tenant: Tenant, whole: boolean) => ({
  id: tenant.id,
  displayName: tenant.displayName,
  tenantType: 'AAD',
  countryLetterCode: whole ? tenant.country : null,
  partnerTenantType: null,
  preferredLanguage: whole ? 'en' : null,
  technicalNotificationMails: [],
  createdDateTime: '2019-04-01T08:00:00Z',
  onPremisesSyncEnabled: null,
  assignedPlans: [],
  verifiedDomains: tenant.domains.map(({ name, isInitial, isDefault }) => ({
    capabilities,
    isDefault,
    isInitial,
    name,
    type: 'Managed',
  })),
});

export const domainShapes = ({ domains }: Tenant) =>
  domains.map(({ name, isInitial, isDefault }) => ({
    id: name,
    authenticationType: 'Managed',
    isAdminManaged: true,
    isDefault,
    isInitial,
    isRoot: true,
    isVerified: true,
    supportedServices: ['Email', 'OfficeCommunicationsOnline'],
  }));

export const personShape = ({ id, name, username }: Person) => ({
  id,
  displayName: name,
  givenName: name.split(' ')[0] ?? null,
  surname: name.split(' ').at(-1) ?? null,
  jobTitle: null,
  mail: username,
  preferredLanguage: null,
  userPrincipalName: username,
});

/** A directory role. Its id belongs to the tenant; only `roleTemplateId` is the same everywhere. */
export const roleShape = (tenantId: string, name: DirectoryRoleName) => ({
  '@odata.type': '#microsoft.graph.directoryRole',
  id: guidFrom(`directory role/${tenantId}/${name}`),
  displayName: name,
  description: null,
  roleTemplateId: directoryRoles[name],
});
