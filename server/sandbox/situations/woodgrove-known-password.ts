import type { Situation } from './situation.ts';

/** A tenant as the manual knew it: its administrator has no second factor. */
export const woodgroveKnownPassword = {
  name: 'woodgrove-known-password',
  customer: {
    name: 'Woodgrove Bank',
    domain: 'woodgrovebank.com',
    initialName: 'woodgrovebank',
    country: 'NL',
    people: [
      { key: 'administrator', roles: ['Global Administrator'], mfa: false, adminDoes: 'approves' },
      { key: 'another administrator', roles: ['Global Administrator'], mfa: false },
      { key: 'member', roles: [], mfa: false },
    ],
    policies: { usersMayConsent: true },
    otherApplications: ['Consolidated Messenger'],
  },
  faults: { settlingSeconds: 0 },
} as const satisfies Situation;
