import type { Situation } from './situation.ts';

/** The administrator reads what is asked and cancels. */
export const northwindDeclined = {
  name: 'northwind-declined',
  customer: {
    name: 'Northwind Traders',
    domain: 'northwindtraders.com',
    initialName: 'northwindtraders',
    country: 'GB',
    people: [
      { key: 'administrator', roles: ['Global Administrator'], mfa: true, adminDoes: 'declines' },
      { key: 'member', roles: [], mfa: false },
    ],
    policies: { usersMayConsent: true },
    otherApplications: ['Fourth Coffee Orders'],
  },
  faults: { settlingSeconds: 0 },
} as const satisfies Situation;
