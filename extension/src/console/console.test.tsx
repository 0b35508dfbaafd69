import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { customerDraft } from '../session/remembered.ts';
import { draw, startClean } from '../testing/draw.tsx';
import { fakeSurroundings, type FakeSurroundings } from '../testing/fake-surroundings.ts';
import { Console } from './console.tsx';
import { places } from './route.ts';

startClean();

const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function openAt(hash: string, wishes: Parameters<typeof fakeSurroundings>[0] = {}): Promise<FakeSurroundings> {
  const fake = fakeSurroundings({ state: busyState(), ...wishes });
  location.hash = hash;
  dispatchEvent(new Event('hashchange'));
  draw(fake, <Console />);
  return fake;
}

async function fillIn(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    fireEvent.input(await screen.findByLabelText(label), { target: { value } });
}

const contoso = {
  'Full name': 'Contoso Ltd',
  'Short name': 'newcontoso',
  'Number of licensed users': '120',
  'Tenant domain or id': 'contoso.com',
};

test('signed out, the console shows the way in and none of its pages', async () => {
  const fake = await openAt(places.services, { signedIn: false });
  fireEvent.click(await button('Sign in'));
  expect(fake.asked).toEqual(['sign-in from console']);
  expect(screen.queryByRole('navigation')).toBeNull();
});

test('Services, Add Service, Direct Routing, Add New Customer lead to the form', async () => {
  await openAt(places.services);
  fireEvent.click(await button('Add Service'));
  const routing = screen.getByRole('link', { name: 'Direct Routing' });
  expect(routing.getAttribute('href')).toBe(places.onboarding);
  location.hash = places.onboarding;
  dispatchEvent(new Event('hashchange'));
  const add = await screen.findByRole('link', { name: 'Add New Customer' });
  expect(add.getAttribute('href')).toBe(places.newCustomer);
});

test('a double click on Next creates one invitation, with one key', async () => {
  const fake = await openAt(places.newCustomer);
  await fillIn(contoso);
  const next = await button('Next');
  fireEvent.click(next);
  fireEvent.click(next);
  await screen.findByRole('heading', { name: 'How is the connection secured?' });
  const created = fake.sent.filter(({ method, path }) => method === 'POST' && path === '/v1/invitations');
  expect(created).toHaveLength(1);
  expect(created[0]?.headers.get('idempotency-key')).toMatch(/^[\w-]{16,}$/);
  expect(created[0]?.body).toEqual({
    fullName: 'Contoso Ltd',
    shortName: 'newcontoso',
    kind: 'direct-routing',
    licenceType: 'hosted-essentials-plus',
    licensedUsers: 120,
    tenant: 'contoso.com',
  });
});

test('what is wrong stands beside its field; nothing is sent and nothing typed is lost', async () => {
  const fake = await openAt(places.newCustomer);
  await fillIn({ ...contoso, 'Short name': 'a b', 'Number of licensed users': '501' });
  fireEvent.click(await button('Next'));
  const shortName = await screen.findByLabelText<HTMLInputElement>('Short name');
  expect(shortName.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(shortName.getAttribute('aria-describedby')!.split(' ')[1]!)?.textContent).toContain(
    'white space',
  );
  expect(screen.getByLabelText('Number of licensed users').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('Contoso Ltd');
  expect(fake.callsOf('createInvitation')).toBe(0);
});

test('a refusal of the server stands beside the field that it belongs to, and a second try keeps its key', async () => {
  const fake = await openAt(places.newCustomer);
  fake.refusals.set('createInvitation', 'microsoft_unreachable');
  await fillIn(contoso);
  fireEvent.click(await button('Next'));
  expect((await screen.findByRole('alert')).textContent).toContain('Microsoft was not reached');
  fake.refusals.set('createInvitation', 'short_name_taken');
  fireEvent.click(await button('Next'));
  await waitFor(() => expect(screen.getByLabelText('Short name').getAttribute('aria-invalid')).toBe('true'));
  const keys = fake.sent.flatMap(({ headers }) => headers.get('idempotency-key') ?? []);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('another content gets another key', async () => {
  const fake = await openAt(places.newCustomer);
  fake.refusals.set('createInvitation', 'short_name_taken');
  await fillIn(contoso);
  fireEvent.click(await button('Next'));
  await waitFor(() => expect(screen.getByLabelText('Short name').getAttribute('aria-invalid')).toBe('true'));
  fake.refusals.clear();
  await fillIn({ 'Short name': 'contoso2' });
  fireEvent.click(await button('Next'));
  await screen.findByRole('heading', { name: 'How is the connection secured?' });
  const keys = fake.sent.flatMap(({ headers }) => headers.get('idempotency-key') ?? []);
  expect(new Set(keys).size).toBe(2);
});

test('what was typed is there again after a reload', async () => {
  await openAt(places.newCustomer);
  await fillIn(contoso);
  expect((await customerDraft.getValue())?.fullName).toBe('Contoso Ltd');
});

test('the tenant is looked up while it is typed, and what was found is shown', async () => {
  await openAt(`${places.newCustomer}?tenant=contoso.com`);
  expect(
    await screen.findByText('Found: tenant 6f1c2a90-4b7e-4d11-9a52-000000000077', {}, { timeout: 3000 }),
  ).toBeTruthy();
});

test('all five methods are named; those that cannot be carried out are off, with the reason beside them', async () => {
  await openAt(places.method(idOf('inv', 13)));
  const radios = await screen.findAllByRole<HTMLInputElement>('radio');
  expect(radios.map((radio) => [radio.labels?.[0]?.textContent, radio.disabled])).toEqual([
    ['Send link to IT administrator for authentication', false],
    ['Use M365admin account with known password', true],
    ['Use service account with known password', true],
    ['Use known App registration', true],
    ['Create New App Registration', true],
  ]);
  for (const radio of radios.filter(({ disabled }) => disabled))
    expect(document.getElementById(radio.getAttribute('aria-describedby')!)?.textContent).toMatch(
      /Off\.|Not in this version\./,
    );
});

test('Next records the method and leads to the start', async () => {
  const fake = await openAt(places.method(idOf('inv', 13)));
  fireEvent.click(await button('Next'));
  await screen.findByRole('heading', { name: 'Start the authentication' });
  expect(fake.callsOf('chooseMethod')).toBe(1);
});

test('“here” opens the start page in a tab of its own, with one ticket however often it is clicked', async () => {
  const fake = await openAt(places.start(idOf('inv', 12)));
  const here = await screen.findByRole('link', { name: 'here' });
  expect(here.parentElement?.textContent).toBe('Click here to start the authentication process');
  fireEvent.click(here);
  fireEvent.click(here);
  await waitFor(() => expect(fake.asked).toHaveLength(1));
  expect(fake.asked[0]).toMatch(/^tab https:\/\/latchkey\.northwindvoice\.example\/i#t\./);
  expect(fake.callsOf('makeStartTicket')).toBe(1);
});

test('the link is made on request only, and copied', async () => {
  const fake = await openAt(places.start(idOf('inv', 12)));
  const copy = await button('Copy link');
  expect(fake.callsOf('copyLink')).toBe(0);
  fireEvent.click(copy);
  expect(await screen.findByText('K7QM-3ZTR-V9XP-2HWD')).toBeTruthy();
  expect(fake.asked[0]).toMatch(/^copy https:/);
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
  expect(await screen.findByText(/^Not validated: The database did not take the change/)).toBeTruthy();
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
    ['Mail.ReadWrite', 'Delegated', 'No', 'Yes', 'Surplus'],
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

test('a verdict past its time reads unknown and proves nothing', async () => {
  await openAt(places.service(idOf('svc', 3), 'm365-settings'));
  expect(await screen.findByRole('heading', { name: 'Unknown' })).toBeTruthy();
  expect(screen.getByText('You must act')).toBeTruthy();
  expect(screen.queryByText('Proved by probe')).toBeNull();
});

test('the arrow keys move along the tabs, and each tab has an address of its own', async () => {
  await openAt(places.service(idOf('svc', 1), 'm365-settings'));
  const tab = await screen.findByRole('tab', { name: 'M365 Settings' });
  fireEvent.keyDown(tab, { key: 'ArrowRight' });
  await waitFor(() => expect(location.hash).toBe(places.service(idOf('svc', 1), 'permissions')));
  dispatchEvent(new Event('hashchange'));
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
