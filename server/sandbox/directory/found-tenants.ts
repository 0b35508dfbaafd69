import { familyNames, givenNames } from '../seed/names.ts';
import { passwordFrom, seeded, type Seeded } from '../seed/seeded.ts';
import type { PersonInSituation, Situation } from '../situations/situation.ts';
import type { Person, Tenant } from './records.ts';
import { operatorRoles } from './registrations.ts';

/** A tenant and its people, in the order of the situation. */
export interface Populated {
  readonly tenant: Tenant;
  readonly people: readonly Person[];
}

interface Outline {
  readonly name: string;
  readonly domain: string;
  readonly initialDomain: string;
  readonly country: string;
  readonly usersMayConsent: boolean;
  readonly takesConsentRequests: boolean;
  readonly people: readonly PersonInSituation[];
}

function populate(values: Seeded, outline: Outline): Populated {
  const id = values.guid('tenant');
  const given = values.shuffled('given names', givenNames);
  const family = values.shuffled('family names', familyNames);
  const domains = [{ name: outline.domain, isInitial: outline.domain === outline.initialDomain, isDefault: true }];
  if (outline.domain !== outline.initialDomain)
    domains.push({ name: outline.initialDomain, isInitial: true, isDefault: false });
  const people = outline.people.map(({ key, roles, eligibleRoles = [], mfa }, at): Person => {
    const name = [given[at] ?? 'Practice', family[at] ?? 'Person'];
    return {
      id: values.guid(`person/${key}`),
      tenantId: id,
      name: name.join(' '),
      username: `${name.join('.').toLowerCase()}@${outline.domain}`,
      password: passwordFrom(values, `password/${key}`),
      roles,
      eligibleRoles,
      mfa,
    };
  });
  const { name: displayName, country, usersMayConsent, takesConsentRequests } = outline;
  return { tenant: { id, displayName, country, domains, usersMayConsent, takesConsentRequests }, people };
}

/** The customer's tenant as the situation describes it; names, ids and passwords as the seed says. */
export function foundCustomer(seed: number, { name, customer }: Situation): Populated {
  const values = seeded(seed, `situation/${name}`);
  return populate(values, {
    ...customer,
    initialDomain: `${customer.initialName}${values.number('domain', 9000) + 1000}.onmicrosoft.com`,
    usersMayConsent: customer.policies.usersMayConsent,
    takesConsentRequests: customer.policies.consentRequests ?? false,
  });
}

/** The sister tenant of the situation, if it has one. */
export function foundSister(seed: number, { name, customer }: Situation): Populated | undefined {
  if (customer.sister === undefined) return undefined;
  const values = seeded(seed, `situation/${name}/sister`);
  return populate(values, {
    ...customer.sister,
    initialDomain: `${customer.sister.initialName}${values.number('domain', 9000) + 1000}.onmicrosoft.com`,
    usersMayConsent: true,
    takesConsentRequests: false,
  });
}

/** The provider's own tenant: one operator of each role, and somebody without any. The same in every situation. */
export function foundProvider(seed: number): Populated {
  return populate(seeded(seed, 'provider'), {
    name: 'Northwind Voice',
    domain: 'northwindvoice.onmicrosoft.com',
    initialDomain: 'northwindvoice.onmicrosoft.com',
    country: 'DE',
    usersMayConsent: true,
    takesConsentRequests: false,
    people: [...operatorRoles, 'nobody'].map((key) => ({ key, roles: [], mfa: false })),
  });
}
