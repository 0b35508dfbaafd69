import type { Situation } from '../situation.ts';
import { application } from './ordinary.ts';
import { forEver } from './settling.ts';

const telephony = { applicationRoles: ['Teams Administrator'] } as const;
const beforehand = application('northwind', 'application-consented-before', telephony);

/** What becomes of a connection of the application itself: nobody's account, and a directory role that is given to the registration. */
export const applicationSituations: readonly Situation[] = [
  application('contoso', 'application-without-a-role'),
  application('fabrikam', 'application-with-its-role', telephony),
  {
    ...beforehand,
    consentedBefore: true,
    customer: {
      ...beforehand.customer,
      // It did not consent: two tenants of one list, of which one can be adopted.
      sister: {
        name: 'Northwind Logistics',
        domain: 'northwindlogistics.com',
        initialName: 'northwindlogistics',
        country: 'GB',
        people: [{ key: 'administrator', roles: ['Global Administrator'], mfa: true }],
      },
    },
  },
  application('northwind', 'application-with-the-least-role', {
    applicationRoles: ['Teams Communications Administrator'],
  }),
  application('litware', 'application-settles-in-30-seconds', {}, { settlingSeconds: 30 }),
  application('wingtip', 'application-settles-never', {}, { settlingSeconds: forEver }),
  application('adatum', 'application-with-an-old-token', telephony, { lie: 'old-token' }),
  application('proseware', 'application-deleted', { registration: 'deleted' }),
  application('tailspin', 'application-disabled', { registration: 'disabled' }),
  application('wingtip', 'application-withdrawn', { ...telephony, grants: 'withdrawn' }),
  application('contoso', 'application-role-taken-away', {
    ...telephony,
    grants: { withoutRoles: ['TeamsPolicyUserAssign.ReadWrite.All'] },
  }),
  application('fabrikam', 'application-secret-expired', { ...telephony, secret: 'expired' }),
  application('northwind', 'application-secret-id-in-place-of-its-value', { ...telephony, secret: 'its id' }),
  {
    ...application('proseware', 'application-by-a-certificate', telephony),
    certificate: { endsInDays: 365 },
  },
  {
    ...application('tailspin', 'certificate-mismatch', { ...telephony, certificate: 'replaced' }),
    certificate: { endsInDays: 365 },
  },
  {
    ...application('wingtip', 'certificate-expired', { ...telephony, certificate: 'expired' }),
    certificate: { endsInDays: 365 },
  },
  { ...application('contoso', 'certificate-expires-soon', telephony), certificate: { endsInDays: 20 } },
  application('litware', 'application-throttled', {
    ...telephony,
    token: [{ grantType: 'client_credentials', status: 429, body: {}, retryAfter: 60 }],
  }),
  application('adatum', 'application-and-a-policy-for-people', { ...telephony, policies: ['a compliant device'] }),
];
