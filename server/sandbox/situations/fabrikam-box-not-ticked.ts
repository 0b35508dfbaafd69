import type { Situation } from './situation.ts';

/** The administrator accepts, but overlooks "Consent on behalf of your organization". */
export const fabrikamBoxNotTicked = {
  name: 'fabrikam-box-not-ticked',
  customer: {
    name: 'Fabrikam GmbH',
    domain: 'fabrikam.com',
    initialName: 'fabrikam',
    country: 'DE',
    people: [
      { key: 'administrator', roles: ['Global Administrator'], mfa: true, adminDoes: 'leaves the box' },
      { key: 'application administrator', roles: ['Cloud Application Administrator'], mfa: false },
      { key: 'member', roles: [], mfa: false },
    ],
    policies: { usersMayConsent: true },
    otherApplications: ['Proseware Analytics'],
  },
  faults: { settlingSeconds: 0 },
} as const satisfies Situation;
