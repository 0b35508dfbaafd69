import { registrationPermissions } from '../../pages/portal-pages.ts';
import { grantedPermissions } from '../../pages/portal-targets.ts';
import { defineStep } from '../step.ts';

export const comparePermissions = defineStep({
  id: 'compare-permissions',
  page: registrationPermissions,
  target: grantedPermissions,
  doneWhen: { proof: 'grants' },
  walkedOn: 'never',
  knownFrom:
    'learn.microsoft.com: review permissions granted to enterprise applications (tabs Admin consent, User consent)',
});
