import type { Situation } from './situation.ts';

/** Everything is as it should be: the administrator reads, ticks the box and accepts. */
export const contosoHappy = {
  name: 'contoso-happy',
  customer: {
    name: 'Contoso Ltd',
    domain: 'contoso.com',
    initialName: 'contoso',
    country: 'US',
    people: [
      { key: 'administrator', roles: ['Global Administrator'], mfa: true, adminDoes: 'approves' },
      { key: 'application administrator', roles: ['Cloud Application Administrator'], mfa: false },
      { key: 'member', roles: [], mfa: false },
    ],
    policies: { usersMayConsent: true },
    otherApplications: ['Tailspin Travel', 'Wingtip Payroll'],
  },
  faults: { settlingSeconds: 0 },
} as const satisfies Situation;
