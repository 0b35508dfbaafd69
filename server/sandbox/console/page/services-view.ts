import type { ConsoleService } from '../console-data.ts';
import { element, facts, table, title } from './dom.ts';
import { links } from './route.ts';

/** Add Service, with the kinds of service that there are. */
function addService(): HTMLElement {
  return element(
    'details',
    { class: 'menu' },
    element('summary', {}, 'Add Service'),
    element(
      'div',
      { class: 'items' },
      element('a', { href: links.wizard }, 'Direct Routing'),
      element('span', { 'aria-disabled': 'true' }, 'Operator Connect (no licence)'),
    ),
  );
}

const successful = (): HTMLElement => element('span', { class: 'green' }, '✓ Successful');

/** Services: every customer of the provider's. */
export function servicesView(services: readonly ConsoleService[]): HTMLElement {
  const rows = services.map(({ shortName, fullName, licence, users }) => [
    element('a', { href: links.service(shortName) }, shortName),
    fullName,
    'Direct Routing',
    licence,
    String(users),
    successful(),
  ]);
  return element(
    'section',
    {},
    title('Services'),
    element('div', { class: 'tools' }, addService(), element('span', { class: 'soft' }, `${services.length} services`)),
    table('Services', ['Short Name', 'Full Name', 'Service', 'Licence', 'Licensed users', 'Authentication'], rows),
  );
}

/** One service: what was ordered. */
export function serviceView({ shortName, fullName, licence, users, tenantId }: ConsoleService): HTMLElement {
  const tenant = tenantId === null ? 'not known' : element('a', { href: links.tenant(tenantId) }, tenantId);
  return element(
    'section',
    {},
    title(fullName, 'Services'),
    element(
      'div',
      { class: 'tools' },
      element('a', { class: 'button', href: links.settings(shortName) }, 'M365 Settings'),
    ),
    facts([
      ['Full Name of Service', fullName],
      ['Unique Short Name of Service', shortName],
      ['Service', 'Direct Routing'],
      ['Licence', licence],
      ['Number of licensed users', String(users)],
      ['Azure Tenant ID', tenant],
    ]),
  );
}
