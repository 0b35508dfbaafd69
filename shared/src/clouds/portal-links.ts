import { originOf, type Cloud } from './cloud.ts';

/** A registration as it stands in one tenant: the service principal's object id, and the application id it belongs to. */
export interface RegistrationInTenant {
  readonly tenantId: string;
  readonly objectId: string;
  readonly appId: string;
}

/**
 * The Permissions blade of an enterprise application, in the right tenant. Without the tenant in the path an admin of several
 * tenants lands in the one used last. Known from: the links that Microsoft's own pages and public tools use.
 */
export const permissionsBladeLink = (
  cloud: Cloud,
  { tenantId, objectId, appId }: RegistrationInTenant,
  on: 'entra' | 'portal' = 'entra',
): string =>
  `${originOf(cloud[on], 'browser')}/${tenantId}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${objectId}/appId/${appId}`;

/** The list of enterprise applications: for as long as we do not know the object id. */
export const enterpriseApplicationsLink = (cloud: Cloud, tenantId: string): string =>
  `${originOf(cloud.entra, 'browser')}/${tenantId}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`;
