import type { Situation } from './situation.ts';

/** Whoever got the link administers nothing: Microsoft says so on its own page, and nothing comes back. */
export const tailspinNotAnAdmin = {
  name: 'tailspin-not-an-admin',
  customer: {
    name: 'Tailspin Toys',
    domain: 'tailspintoys.com',
    initialName: 'tailspintoys',
    country: 'US',
    people: [
      { key: 'office manager', roles: [], mfa: false, adminDoes: 'is kept by Microsoft' },
      { key: 'administrator', roles: ['Global Administrator'], mfa: true },
    ],
    policies: { usersMayConsent: false },
    otherApplications: ['Wide World Importers'],
  },
  faults: { settlingSeconds: 0 },
} as const satisfies Situation;
