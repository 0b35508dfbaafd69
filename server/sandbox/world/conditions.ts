import type { DirectoryRoleName } from '../directory/roles.ts';
import type { Founded } from '../directory/found-directory.ts';
import type { PolicyName } from '../sign-in/policy-errors.ts';
import type { Afterwards } from '../situations/afterwards/afterwards.ts';

/** What is true of the customer's tenant besides what stands in its directory. It changes once, when afterwards comes. */
export interface Conditions {
  /** The account that acted, and how it stands. */
  account: Afterwards['account'];
  /** Refresh tokens from before are worth nothing. */
  signedOutAt: number | undefined;
  policies: readonly PolicyName[];
  services: NonNullable<Afterwards['services']>;
  /** The sign-in service still believes that the registration is on. */
  signInBehind: boolean;
  /** Directory roles of the registration itself. */
  applicationRoles: readonly DirectoryRoleName[];
  /** The administrator withdraws everything between a token and what is asked with it. */
  withdrawsAtNextToken: boolean;
}

export const noConditions = (): Conditions => ({
  account: undefined,
  signedOutAt: undefined,
  policies: [],
  services: {},
  signInBehind: false,
  applicationRoles: [],
  withdrawsAtNextToken: false,
});

/** Takes away all that the customer granted the consent app. */
export function withdrawConsent({ directory, customer, registrations }: Founded): void {
  directory.revoke(customer.tenant.id, registrations.consent.clientId);
}
