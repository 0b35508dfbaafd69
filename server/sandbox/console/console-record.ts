import type { Populated } from '../directory/found-tenants.ts';
import { seeded, type Seeded } from '../seed/seeded.ts';
import type { ConsoleInvitation, ConsoleOrder, ConsoleService } from './console-data.ts';

/** What the provider's console keeps: its own, apart from the directory, and with nothing of the product's in it. */
export interface ConsoleRecord {
  services(): readonly ConsoleService[];
  service(shortName: string): ConsoleService | undefined;
  invitations(): readonly ConsoleInvitation[];
  invitation(shortName: string): ConsoleInvitation | undefined;
  /** False when the short name is taken. */
  invite(order: ConsoleOrder): boolean;
  /** Somebody came back from "here". Nothing is asked: whoever comes back is believed. */
  believe(shortName: string): boolean;
  /** Add: makes the service of an invitation that reads "Authentication Complete". */
  add(shortName: string): boolean;
}

const others = ['Adatum Logistics', 'Litware Clinics', 'Proseware Schools', 'Wingtip Outfitters', 'Tailspin Hotels'];
const day = 24 * 60 * 60 * 1000;
const link = 'Send link to IT administrator for authentication';

/** The short name under which the provider keeps the customer of a situation. */
export const shortNameOf = (customer: string, seed: number): string =>
  `${(/[a-z]+/.exec(customer.toLowerCase())?.[0] ?? 'customer').slice(0, 9)}${seed % 100_000}`;

function order(values: Seeded, fullName: string): ConsoleOrder {
  const shortName = /[a-z]+/.exec(fullName.toLowerCase())?.[0] ?? 'customer';
  return {
    fullName,
    shortName,
    licence: values.number(`${shortName}/licence`, 2) === 0 ? 'Hosted Pro' : 'Hosted Essentials+',
    users: 20 + values.number(`${shortName}/users`, 400),
    method: values.number(`${shortName}/method`, 2) === 0 ? link : 'Use M365admin account with known password',
    email: `it@${shortName}.example`,
  };
}

/** The customers of before: long connected, as far as that console knows. */
const before = (values: Seeded): readonly ConsoleService[] =>
  others.map((fullName) => {
    const one = order(values, fullName);
    return { ...one, tenantId: values.guid(one.shortName), account: `voice-svc@${one.shortName}.example` };
  });

/** The customer of the situation: ordered, and there already. */
const ofSituation = (values: Seeded, { tenant, people }: Populated, shortName: string): ConsoleService => ({
  ...order(values, tenant.displayName),
  shortName,
  email: people[0]?.username ?? '',
  tenantId: tenant.id,
  account: people[0]?.username ?? null,
});

/** Opens the record as it is before anybody did anything. */
export function openConsoleRecord(seed: number, customer: Populated, now: () => number): ConsoleRecord {
  const values = seeded(seed, 'provider console');
  const shortName = shortNameOf(customer.tenant.displayName, seed);
  const services = new Map(
    [ofSituation(values, customer, shortName), ...before(values)].map((one) => [one.shortName, one]),
  );
  const invitations = new Map<string, ConsoleInvitation>();
  const invite = (wanted: ConsoleOrder, at: number): void => {
    const sent = wanted.email === '' ? 0 : 1;
    invitations.set(wanted.shortName, {
      ...wanted,
      createdAt: new Date(at).toISOString(),
      expiresAt: new Date(at + 30 * day).toISOString(),
      emailSent: sent === 1,
      sentCount: sent,
      status: 'Waiting',
    });
  };
  invite({ ...order(values, 'Fourth Coffee'), method: link }, now() - 11 * day);
  return {
    services: () => [...services.values()],
    service: (shortName) => services.get(shortName),
    invitations: () => [...invitations.values()],
    invitation: (shortName) => invitations.get(shortName),
    invite(wanted) {
      const key = wanted.shortName.toLowerCase();
      const taken = [...services.keys(), ...invitations.keys()].some((name) => name.toLowerCase() === key);
      if (!taken) invite(wanted, now());
      return !taken;
    },
    believe(shortName) {
      const found = invitations.get(shortName);
      if (found) invitations.set(shortName, { ...found, status: 'Authentication Complete' });
      return found !== undefined;
    },
    add(shortName) {
      const found = invitations.get(shortName);
      if (found?.status !== 'Authentication Complete') return false;
      const { createdAt: _c, expiresAt: _e, emailSent: _s, sentCount: _n, status: _t, ...wanted } = found;
      services.set(shortName, { ...wanted, tenantId: null, account: null });
      invitations.delete(shortName);
      return true;
    },
  };
}
