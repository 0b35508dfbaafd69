import { registrationPermissions } from '../../pages/portal-pages.ts';
import { grantConsentButton } from '../../pages/portal-targets.ts';
import { defineStep } from '../step.ts';

export const grantAdminConsent = defineStep({
  id: 'grant-admin-consent',
  page: registrationPermissions,
  target: grantConsentButton,
  doneWhen: { proof: 'grants' },
  walkedOn: 'never',
  knownFrom: 'learn.microsoft.com: grant tenant-wide admin consent to an application (Enterprise apps pane)',
});
