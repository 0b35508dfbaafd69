import type { Situation } from './situation.ts';

/** A service account asks, and the reviewer approves. Nothing of either comes back by itself. */
export const adatumApprovalRequested = {
  name: 'adatum-approval-requested',
  customer: {
    name: 'Adatum Corporation',
    domain: 'adatum.com',
    initialName: 'adatum',
    country: 'DK',
    people: [
      { key: 'service account', roles: ['Teams Administrator'], mfa: false, adminDoes: 'requests approval' },
      { key: 'reviewer', roles: ['Cloud Application Administrator'], mfa: true, reviewerDoes: 'approves' },
      { key: 'administrator', roles: ['Global Administrator'], mfa: true },
    ],
    policies: { usersMayConsent: false, consentRequests: true },
    otherApplications: ['Trey Research'],
  },
  faults: { settlingSeconds: 0 },
} as const satisfies Situation;
