import type { Situation } from './situation.ts';

/** The administrator of a sister company signs in: Microsoft keeps the account of another tenant on its own page. */
export const wingtipWrongTenant = {
  name: 'wingtip-wrong-tenant',
  customer: {
    name: 'Wingtip Toys',
    domain: 'wingtiptoys.com',
    initialName: 'wingtiptoys',
    country: 'CA',
    people: [
      { key: 'administrator', roles: ['Global Administrator'], mfa: true },
      { key: 'member', roles: [], mfa: false },
    ],
    policies: { usersMayConsent: true },
    otherApplications: ['Lucerne Publishing'],
    sister: {
      name: 'Wingtip Logistics',
      domain: 'wingtiplogistics.com',
      initialName: 'wingtiplogistics',
      country: 'CA',
      people: [{ key: 'administrator', roles: ['Global Administrator'], mfa: true, adminDoes: 'is kept by Microsoft' }],
    },
  },
  faults: { settlingSeconds: 0 },
} as const satisfies Situation;
