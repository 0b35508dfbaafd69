import type { Situation } from '../situation.ts';
import type { Afterwards } from './afterwards.ts';

const companies = {
  contoso: { name: 'Contoso Ltd', domain: 'contoso.com', country: 'US' },
  fabrikam: { name: 'Fabrikam GmbH', domain: 'fabrikam.com', country: 'DE' },
  northwind: { name: 'Northwind Traders', domain: 'northwindtraders.com', country: 'GB' },
  litware: { name: 'Litware Inc', domain: 'litwareinc.com', country: 'SE' },
  adatum: { name: 'Adatum Corporation', domain: 'adatum.com', country: 'DK' },
  proseware: { name: 'Proseware Inc', domain: 'proseware.com', country: 'FR' },
  tailspin: { name: 'Tailspin Toys', domain: 'tailspintoys.com', country: 'US' },
  wingtip: { name: 'Wingtip Toys', domain: 'wingtiptoys.com', country: 'CA' },
} as const;

type Company = keyof typeof companies;

/** The same, where the provider's application acts for itself. */
export const application = (
  company: Company,
  what: string,
  afterwards: Afterwards = {},
  faults: Partial<Situation['faults']> = {},
): Situation => ({ ...ordinary(company, what, afterwards, faults), asksFor: 'app roles' });

/** A tenant in which the administrator approves and everything is as it should be, until what is said here becomes true. */
export const ordinary = (
  company: Company,
  what: string,
  afterwards: Afterwards = {},
  faults: Partial<Situation['faults']> = {},
): Situation => ({
  name: `${company}-${what}`,
  customer: {
    ...companies[company],
    initialName: companies[company].domain.replace('.com', ''),
    people: [
      { key: 'administrator', roles: ['Global Administrator'], mfa: true, adminDoes: 'approves' },
      { key: 'member', roles: [], mfa: false },
    ],
    policies: { usersMayConsent: true },
    otherApplications: [],
  },
  afterwards,
  faults: { settlingSeconds: 0, ...faults },
});
