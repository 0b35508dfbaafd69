import type { ConsoleInvitation } from '../console-data.ts';
import { goTo, send } from './api.ts';
import { button, element, facts, table, title } from './dom.ts';
import { links } from './route.ts';

const heads = [
  'ID',
  'Full Name',
  'Invitation Email',
  'Email Sent',
  'Email Invitation Sent Count',
  'Created at',
  'Expires at',
  'Device Authenticated',
  'Status',
  'Action',
] as const;

const dayOf = (instant: string): string => instant.slice(0, 10);
const at = (shortName: string): string => `/api/invitations/${encodeURIComponent(shortName)}`;

async function add(shortName: string): Promise<void> {
  await send('POST', `${at(shortName)}/add`);
  goTo(links.settings(shortName));
}

function row(one: ConsoleInvitation): readonly (HTMLElement | string)[] {
  const { shortName, fullName, email, emailSent, sentCount, createdAt, expiresAt, status } = one;
  const complete = status === 'Authentication Complete';
  return [
    element('a', { href: links.authentication(shortName) }, shortName),
    fullName,
    email,
    String(emailSent),
    String(sentCount),
    dayOf(createdAt),
    dayOf(expiresAt),
    complete ? 'Yes' : 'No',
    complete ? element('span', { class: 'green' }, `✓ ${status}`) : status,
    complete ? button('Add', () => void add(shortName), { 'aria-label': `Add ${fullName}` }) : '',
  ];
}

/** Pending Invitations: who was asked. This console knows no cancel, no owner and no reason. */
export function pendingView(invitations: readonly ConsoleInvitation[]): HTMLElement {
  return element(
    'section',
    {},
    title('Pending Invitations', 'Services', 'Add Service', 'Direct Routing'),
    table('Pending Invitations', heads, invitations.map(row)),
  );
}

/** One invitation, and the way to Microsoft. Whoever presses "here" is believed to have been there. */
export function authenticationView(one: ConsoleInvitation): HTMLElement {
  const { shortName, fullName, method, status } = one;
  const said = element('p', { role: 'status' });
  const believe = async (): Promise<void> => {
    await send('POST', `${at(shortName)}/authenticate`);
    said.className = 'green banner';
    said.textContent = '✓ The Token Invitation wizard has completed.';
  };
  return element(
    'section',
    {},
    said,
    title(fullName, 'Onboarding wizard'),
    facts([
      ['Unique Short Name of Service', shortName],
      ['Method', method],
      ['Status', status],
    ]),
    element(
      'p',
      {},
      'Click ',
      button('here', () => void believe(), { class: 'as-link' }),
      ' to start the authentication process. In practice nothing opens here; this console believes whoever presses it.',
    ),
    element('div', { class: 'tools' }, element('a', { class: 'button', href: links.pending }, 'Pending Invitations')),
  );
}
