import { personalAccountsTenantId } from '@latchkey/shared/customers/tenant-reference';
import { drafted, order, press, type Stage } from '../stage.ts';
import { twice, type Acts } from './act.ts';

const nobodysTenant = '7c1a2b3c-0000-4000-8000-00000000dead';
const named = (shortName: string) => ({ act: (at: Stage) => order(at, { shortName }) });
const keyed = { headers: { 'idempotency-key': 'one-press-of-the-button' } };

/** The provider's own tenant as a second customer, whose service has the name `zürich`. */
const namesake = {
  prepare: (at: Stage) => order(at, { tenant: at.line.practice.situation.provider.domain, shortName: 'zürich' }),
};

export const orderActs: Acts = {
  'a domain that is none: `contoso`': { act: (at) => order(at, { tenant: 'contoso' }) },
  'a domain that nobody has': { act: (at) => order(at, { tenant: 'nobody-has-this.example' }) },
  'a tenant id that nobody has': { act: (at) => order(at, { tenant: nobodysTenant }) },
  'the tenant of personal accounts': { act: (at) => order(at, { tenant: personalAccountsTenantId }) },
  'a domain that has moved since': {
    prepare: drafted,
    act: (at) => {
      at.microsoft = 'has moved the domain';
      return press(at, `/v1/invitations/${at.about.id}/method`, { method: 'invitation-link' });
    },
  },
  ...Object.fromEntries(
    ['\\', '/', ':', '*', '?', '"', '<', '>', '|', '.'].map((one) => [
      `a short name with \`${one}\``,
      named(`con${one}toso`),
    ]),
  ),
  'a short name with a space': named('con toso'),
  'a short name with a tab': named('con\ttoso'),
  'a short name with a no-break space': named('con\u00a0toso'),
  'a short name of 2 characters': named('ab'),
  'a short name of 16 characters': named('sixteen-letters-'),
  'the short name `audit`': named('Audit'),
  'the short name of another customer’s service': { ...namesake, ...named('zürich') },
  'that short name in capitals': { ...namesake, ...named('ZÜRICH') },
  'that short name with its accent apart': { ...namesake, ...named('zu\u0308rich') },
  'a customer that has a pending invitation': { prepare: drafted, act: (at) => order(at, { shortName: 'another' }) },
  '0 licensed users': { act: (at) => order(at, { licensedUsers: 0 }) },
  '501 licensed users': { act: (at) => order(at, { licensedUsers: 501 }) },
  'half a licensed user': { act: (at) => order(at, { licensedUsers: 0.5 }) },
  'a full name of spaces': { act: (at) => order(at, { fullName: '   ' }) },
  'a reference of 81 characters': { act: (at) => order(at, { reference: 'x'.repeat(81) }) },
  'a language that nobody here speaks': { act: (at) => order(at, { language: 'fr' }) },
  'a term of no day': { act: (at) => order(at, { days: 0 }) },
  'a term of 91 days': { act: (at) => order(at, { days: 91 }) },
  'the key of another order': {
    prepare: (at) => order(at, {}, keyed),
    act: (at) => order(at, { shortName: 'another' }, keyed),
  },
  'an order without a key': { act: (at) => order(at, {}, { headers: { 'idempotency-key': '' } }) },
  'Add New Customer, twice at once': { act: (at) => twice(() => order(at, {}, keyed)) },
};
