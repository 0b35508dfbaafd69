import type { Situation } from './situation.ts';

/** A service account asks, and the reviewer denies. Nothing of either comes back by itself. */
export const prosewareReviewerDenies = {
  name: 'proseware-reviewer-denies',
  customer: {
    name: 'Proseware Inc',
    domain: 'proseware.com',
    initialName: 'proseware',
    country: 'FR',
    people: [
      { key: 'service account', roles: ['Teams Administrator'], mfa: false, adminDoes: 'requests approval' },
      { key: 'reviewer', roles: ['Cloud Application Administrator'], mfa: true, reviewerDoes: 'denies' },
      { key: 'administrator', roles: ['Global Administrator'], mfa: true },
    ],
    policies: { usersMayConsent: false, consentRequests: true },
    otherApplications: ['Trey Research'],
  },
  faults: { settlingSeconds: 0 },
} as const satisfies Situation;
