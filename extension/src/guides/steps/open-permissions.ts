import { registrationPages, registrationPermissions } from '../../pages/portal-pages.ts';
import { permissionsInMenu } from '../../pages/portal-targets.ts';
import { defineStep } from '../step.ts';

export const openPermissions = defineStep({
  id: 'open-permissions',
  page: registrationPages,
  target: permissionsInMenu,
  doneWhen: { passed: [registrationPermissions] },
  walkedOn: 'never',
  knownFrom: 'learn.microsoft.com: review permissions granted to enterprise applications (Security > Permissions)',
});
