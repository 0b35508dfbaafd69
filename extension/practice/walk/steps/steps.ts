import type { Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';
import { addNewCustomer } from './1-add-new-customer.ts';
import { selectTheMethod } from './2-select-the-method.ts';
import type { WalkedMethod } from '../../options.ts';
import { nameAndPassword, selectThePasswordMethod } from './password/2-3-method-and-password.ts';
import { nothingTypedHere } from './3-nothing-typed-here.ts';
import { clickHere } from './4-click-here.ts';
import { signInAsAdministrator } from './5-sign-in.ts';
import { consentForTheOrganization } from './6-consent.ts';
import { addTheService } from './7-add.ts';
import { openThePermissionsBlade } from './8-permissions-blade.ts';
import { validateAuthentication } from './9-validate-authentication.ts';

type Step = (scene: Scene) => Promise<Proof>;

/** The manual's nine steps, in its order. With a password its third is as the manual has it; by link nothing is typed. */
export const stepsOf = (method: WalkedMethod): readonly Step[] => [
  addNewCustomer,
  ...(method === 'invitation-link'
    ? [selectTheMethod, nothingTypedHere]
    : [selectThePasswordMethod(method), nameAndPassword]),
  clickHere,
  signInAsAdministrator,
  consentForTheOrganization,
  addTheService,
  openThePermissionsBlade,
  validateAuthentication,
];
