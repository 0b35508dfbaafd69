import type { Step } from './step.ts';
import { comparePermissions } from './steps/compare-permissions.ts';
import { grantAdminConsent } from './steps/grant-admin-consent.ts';
import { openPermissions } from './steps/open-permissions.ts';
import { openRegistration } from './steps/open-registration.ts';
import { openTenant } from './steps/open-tenant.ts';

/** From anywhere on a portal to the registration's Permissions page: what is required, and what was granted. */
export const checkPermissionsGuide: readonly Step[] = [
  openTenant,
  openRegistration,
  openPermissions,
  grantAdminConsent,
  comparePermissions,
];
