import type { ConsoleService } from '../console-data.ts';
import { element, facts, table, title } from './dom.ts';
import { links } from './route.ts';

const hasTenant = (one: ConsoleService): one is ConsoleService & { readonly tenantId: string } => one.tenantId !== null;

/** Authentication Status, in the older, multitenant part of the console. */
export function tenantsView(services: readonly ConsoleService[]): HTMLElement {
  const rows = services
    .filter(hasTenant)
    .map(({ fullName, tenantId, account }) => [
      fullName,
      element('a', { href: links.tenant(tenantId) }, tenantId),
      account ?? '',
      element('span', { class: 'green' }, '✓ Successful'),
    ]);
  return element(
    'section',
    {},
    title('Authentication Status', 'Multitenant'),
    table('Authentication Status', ['Customer', 'Tenant', 'Account', 'Status'], rows),
  );
}

/** One tenant of a customer's. */
export function tenantView(services: readonly ConsoleService[], tenantId: string): HTMLElement {
  const found = services.find((one) => one.tenantId === tenantId);
  if (!found) return element('section', {}, title('This tenant is not in the record', 'Multitenant'));
  return element(
    'section',
    {},
    title(found.fullName, 'Multitenant', 'Authentication Status'),
    facts([
      ['Azure Tenant ID', tenantId],
      ['Account', found.account ?? 'not known'],
      ['Status', element('span', { class: 'green' }, '✓ Successful')],
      ['Settings', element('a', { href: links.settings(found.shortName) }, 'M365 Settings')],
    ]),
  );
}
