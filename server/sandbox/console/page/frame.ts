import type { ConsoleSession } from '../console-data.ts';
import { send } from './api.ts';
import { button, element } from './dom.ts';
import { links, type Route } from './route.ts';

const sections: readonly (readonly [label: string, address: string, pages: readonly Route['page'][]])[] = [
  ['Services', links.services, ['services', 'service', 'settings']],
  ['Onboarding wizard', links.wizard, ['wizard', 'new', 'authentication']],
  ['Pending Invitations', links.pending, ['pending']],
  ['Authentication Status', links.tenants, ['tenants', 'tenant']],
];

/** What stands around every page of the console. */
export function frame(
  { name, provider }: ConsoleSession,
  route: Route,
  content: HTMLElement,
  redraw: () => void,
): readonly HTMLElement[] {
  const items = sections.map(([label, href, pages]) =>
    element('a', { href, ...(pages.includes(route.page) && { 'aria-current': 'page' }) }, label),
  );
  return [
    element(
      'header',
      { class: 'top' },
      element(
        'a',
        { href: links.services, class: 'name' },
        element('span', { class: 'badge' }, 'NV'),
        `${provider} console`,
      ),
      element('span', { class: 'account' }, name),
      button('Sign out', () => void send('DELETE', '/api/session').then(redraw), { class: 'quiet' }),
    ),
    element(
      'div',
      { class: 'body' },
      element('nav', { class: 'side', 'aria-label': 'Console' }, ...items),
      element('main', { class: 'content' }, content),
    ),
  ];
}
