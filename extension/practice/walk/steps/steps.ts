import type { Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';
import { addNewCustomer } from './1-add-new-customer.ts';
import { selectTheMethod } from './2-select-the-method.ts';
import { nothingTypedHere } from './3-nothing-typed-here.ts';
import { clickHere } from './4-click-here.ts';
import { signInAsAdministrator } from './5-sign-in.ts';
import { consentForTheOrganization } from './6-consent.ts';
import { addTheService } from './7-add.ts';
import { openThePermissionsBlade } from './8-permissions-blade.ts';
import { validateAuthentication } from './9-validate-authentication.ts';

/** The manual's nine steps, in its order. */
export const steps: readonly ((scene: Scene) => Promise<Proof>)[] = [
  addNewCustomer,
  selectTheMethod,
  nothingTypedHere,
  clickHere,
  signInAsAdministrator,
  consentForTheOrganization,
  addTheService,
  openThePermissionsBlade,
  validateAuthentication,
];
