import { defineStep } from '../step.ts';

export const openTenant = defineStep({
  id: 'open-tenant',
  page: null,
  target: null,
  doneWhen: { passed: 'tenant' },
  walkedOn: 'never',
  knownFrom: 'links of public tools name the tenant in the path: {portal}/{tenant}/#view/…',
});
