import type { Situation } from './situation.ts';

/** The account’s password is known, and its telephone is not there: nobody at this screen can answer Microsoft. */
export const litwareMfaRequired = {
  name: 'litware-mfa-required',
  customer: {
    name: 'Litware Inc',
    domain: 'litwareinc.com',
    initialName: 'litwareinc',
    country: 'SE',
    people: [
      { key: 'administrator', roles: ['Global Administrator'], mfa: true, adminDoes: 'has no telephone' },
      { key: 'member', roles: [], mfa: false },
    ],
    policies: { usersMayConsent: true },
    otherApplications: ['Graphic Design Institute'],
  },
  faults: { settlingSeconds: 0 },
} as const satisfies Situation;
