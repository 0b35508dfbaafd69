import { enterpriseApplications, registrationPages, registrationPermissions } from '../../pages/portal-pages.ts';
import { registrationInList } from '../../pages/portal-targets.ts';
import { defineStep } from '../step.ts';

export const openRegistration = defineStep({
  id: 'open-registration',
  page: enterpriseApplications,
  target: registrationInList,
  doneWhen: { passed: [registrationPages, registrationPermissions] },
  walkedOn: 'never',
  knownFrom: 'learn.microsoft.com: view enterprise applications (Entra ID > Enterprise apps > All applications)',
});
