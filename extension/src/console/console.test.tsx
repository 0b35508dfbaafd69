import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { actionNeeded } from '../../e2e/fake-api/samples.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, goTo, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';

startClean();

test('signed out, the console shows the way in and none of its pages', async () => {
  const fake = await openAt(places.services, { signedIn: false });
  fireEvent.click(await button('Sign in'));
  expect(fake.asked).toEqual(['sign-in from console']);
  expect(screen.queryByRole('navigation')).toBeNull();
});

test('Add on a complete invitation leads to the M365 Settings of the new service', async () => {
  const fake = await openAt(places.invitations);
  const row = (await screen.findByText('Fabrikam GmbH')).closest('tr')!;
  expect(within(row).getByText('Authentication Complete')).toBeTruthy();
  fireEvent.click(within(row).getByRole('button', { name: /^Add/ }));
  await waitFor(() => expect(location.hash).toMatch(/^#\/services\/svc_\w+\/m365-settings$/));
  expect(fake.callsOf('addService')).toBe(1);
});

test('cancelling asks first', async () => {
  const fake = await openAt(places.invitations);
  const row = (await screen.findByText('Wingtip Logistics')).closest('tr')!;
  fireEvent.click(within(row).getByRole('button', { name: /^Cancel/ }));
  expect(await screen.findByText('Cancel the invitation of Wingtip Logistics?')).toBeTruthy();
  expect(fake.callsOf('cancelInvitation')).toBe(0);
  fireEvent.click(screen.getByText('Cancel the invitation'));
  await waitFor(() => expect(screen.queryByText('Wingtip Logistics')).toBeNull());
  expect(fake.callsOf('cancelInvitation')).toBe(1);
});

test('Validate Authentication confirms at the top, in the verdict’s own words, until it is closed', async () => {
  const fake = await openAt(places.service(idOf('svc', 4), 'm365-settings'));
  expect(await screen.findByRole('heading', { name: 'Action needed' })).toBeTruthy();
  const validate = await button('Validate Authentication');
  fireEvent.click(validate);
  fireEvent.click(validate);
  expect(await screen.findByText(/^Validated at .+: Coho Winery works\.$/)).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'Working' })).toBeTruthy();
  expect(fake.callsOf('validateConnection')).toBe(1);
  fireEvent.click(await button('Close'));
  expect(screen.queryByText(/^Validated at/)).toBeNull();
});

test('a validation that did not take place is no verdict: the card keeps what was proved', async () => {
  const fake = await openAt(places.service(idOf('svc', 4), 'm365-settings'));
  fake.refusals.set('validateConnection', 'storage_unavailable');
  fireEvent.click(await button('Validate Authentication'));
  const title = await screen.findByText(/The database did not take the change/);
  expect(title.textContent).toMatch(/^Not validated: /);
  expect(screen.getByRole('heading', { name: 'Action needed' })).toBeTruthy();
  expect(screen.queryByText(/works\./)).toBeNull();
});

test('the permission table says what stands still first, as sentences with their claim values', async () => {
  await openAt(places.service(idOf('svc', 4), 'm365-settings'));
  const table = await screen.findByRole('table', { name: 'Permissions' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))).toEqual([
    ['Assign telephone numbers in TeamsTeamsTelephoneNumber.ReadWrite.All', 'Delegated', 'Yes', 'No', 'Missing'],
    [
      'Read your directory: users, licences, approvalsDirectory.Read.All',
      'Delegated',
      'Yes',
      'One person',
      'One person only',
    ],
    ['Mail.ReadWrite', 'Delegated', 'No', 'YesReads mail, files or chats', 'Surplus'],
    ['Keep access while nobody is signed inoffline_access', 'Delegated', 'Yes', 'Whole organisation', 'Granted'],
    [
      'Read your organisation’s name and domainsOrganization.Read.All',
      'Delegated',
      'Yes',
      'Whole organisation',
      'Granted',
    ],
    [
      'Assign calling policies to users in TeamsTeamsPolicyUserAssign.ReadWrite.All',
      'Delegated',
      'Yes',
      'Whole organisation',
      'Granted',
    ],
  ]);
});

test('a verdict past its time says when it worked, and proves nothing', async () => {
  await openAt(places.service(idOf('svc', 3), 'm365-settings'));
  expect(await screen.findByRole('heading', { name: /^Worked \d/ })).toBeTruthy();
  expect(screen.getByText('You must act')).toBeTruthy();
  expect(screen.queryByText('Proved by probe')).toBeNull();
});

test('a new approval that is not proved yet stands beside what works, with its cause, and nowhere else', async () => {
  const state = busyState();
  const { connection } = state.services[0]!;
  state.candidates = [
    {
      connectionId: connection!.id,
      invitationId: idOf('inv', 9),
      method: 'invitation-link',
      consentChangedAt: '2026-11-02T09:00:00.000Z',
      verdict: actionNeeded(60_000),
    },
  ];
  await openAt(places.service(idOf('svc', 1), 'm365-settings'), { state });
  const told = (await screen.findByText('A new approval is not proved yet')).closest('[role=status]')!;
  expect(told.textContent).toContain('The connection stays as it is until the new approval is proved.');
  expect(told.textContent).toContain('Action needed');
  expect(screen.getByRole('heading', { level: 2, name: 'Working' })).toBeTruthy();
  location.hash = places.service(idOf('svc', 4), 'm365-settings');
  await screen.findByRole('heading', { level: 1, name: state.services[3]!.fullName });
  await screen.findByText('Token connection');
  expect(screen.queryByText('A new approval is not proved yet')).toBeNull();
});

test('the arrow keys move along the tabs, and each tab has an address of its own', async () => {
  await openAt(places.service(idOf('svc', 1), 'm365-settings'));
  const tab = await screen.findByRole('tab', { name: 'M365 Settings' });
  fireEvent.keyDown(tab, { key: 'ArrowRight' });
  await waitFor(() => expect(location.hash).toBe(places.service(idOf('svc', 1), 'permissions')));
  goTo(location.hash);
  await waitFor(() =>
    expect(screen.getByRole('tab', { name: 'Permissions' }).getAttribute('aria-selected')).toBe('true'),
  );
});

test('a session that ends while the console is open leads to signing in', async () => {
  const fake = await openAt(places.services);
  await screen.findByText('Contoso Ltd');
  fake.refusals.set('validateConnection', 'session_ended');
  fireEvent.click((await screen.findAllByRole('button', { name: 'Validate' }))[0]!);
  expect(await screen.findByText('Your session has ended')).toBeTruthy();
  expect(screen.queryByText('Contoso Ltd')).toBeNull();
});

test('an address that leads nowhere says so', async () => {
  await openAt('#/services/x/passwords');
  expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeTruthy();
});
