import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { acknowledgementOf, passwordOf } from '../../e2e/fake-api/password-answers.ts';
import { busyState, type FakeState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';
import { settingsPlaces } from './settings-places.ts';

startClean();

const draft = idOf('inv', 13);
const customerOfDraft = (state: FakeState): string => state.invitations.find(({ id }) => id === draft)!.customer.id;
const turnedOn = (change: (state: FakeState) => void = () => undefined): FakeState => {
  const state = busyState();
  state.policies = state.policies.map((one) => ({
    ...one,
    on: true,
    changedAt: '2026-11-03T09:00:00.000Z',
    changedBy: 'Rolf Ek',
  }));
  change(state);
  return state;
};
/** The first service stands on a password. */
const byPassword = (change: Parameters<typeof passwordOf>[0] = {}): FakeState => {
  const state = turnedOn();
  state.services = state.services.map((one, at) =>
    at === 0 ? { ...one, connection: { ...one.connection!, method: 'known-password' } } : one,
  );
  state.passwords.set(state.services[0]!.customerId, {
    acknowledgement: acknowledgementOf(),
    password: passwordOf(change),
  });
  return state;
};
const known = 'Use M365admin account with known password';
const choose = async (title = known) => fireEvent.click(await screen.findByRole('radio', { name: title }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

test('as it is delivered the method is off, and says who turns it on', async () => {
  await openAt(places.method(draft));
  const radio = await screen.findByRole<HTMLInputElement>('radio', { name: known });
  expect(radio.disabled).toBe(true);
  expect(document.getElementById(radio.getAttribute('aria-describedby')!)?.textContent).toContain(
    'An Admin turns it on',
  );
  expect(document.querySelectorAll('input[type=password]')).toHaveLength(0);
});

test('whoever goes back and comes again finds the account and the agreement, and types the password again', async () => {
  await openAt(places.method(draft), { state: turnedOn() });
  await choose();
  type('Account name', 'm365admin@woodgrovebank.com');
  type('Password', 'correct horse 9');
  type('Who agreed', 'Megan Bowen');
  location.hash = places.services;
  await screen.findByRole('heading', { level: 1, name: 'Services' });
  location.hash = places.method(draft);
  const typed = async (label: string) => (await screen.findByLabelText<HTMLInputElement>(label)).value;
  expect(await typed('Who agreed')).toBe('Megan Bowen');
  expect(await typed('Account name')).toBe('m365admin@woodgrovebank.com');
  expect(await typed('Password')).toBe('');
});

test('an Admin turns it on; an Operator sees how it stands and cannot', async () => {
  const operator = await openAt(settingsPlaces.methods.place);
  const off = await screen.findByRole<HTMLButtonElement>('button', { name: `Turn on: ${known}` });
  expect(off.disabled).toBe(true);
  expect(operator.callsOf('setMethodPolicy')).toBe(0);
});

test('an Admin turns the switch, and reads who turned it', async () => {
  const admin = await openAt(settingsPlaces.methods.place, { state: { ...busyState(), role: 'Admin' } });
  fireEvent.click(await screen.findByRole('button', { name: `Turn on: ${known}` }));
  expect(await screen.findByRole('button', { name: `Turn off: ${known}` })).toBeTruthy();
  expect(admin.callsOf('setMethodPolicy')).toBe(1);
  expect(screen.getByText(/Changed .*, by Ada Berg\./)).toBeTruthy();
});

test('the preflight names the contradiction with MFA, and offers the link in one click', async () => {
  await openAt(places.method(draft), { state: turnedOn() });
  await choose();
  const preflight = within(screen.getByRole('region', { name: 'Before you send' }));
  expect(preflight.getByText(/A password alone will not be enough/)).toBeTruthy();
  expect(preflight.getByText(/Leave MFA on/)).toBeTruthy();
  expect((await preflight.findByText('Microsoft checks the password')).closest('li')!.className).toContain('working');
  fireEvent.click(preflight.getByRole('button', { name: 'Use the link instead' }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Send link/ }).checked).toBe(true);
  expect(document.querySelectorAll('input[type=password]')).toHaveLength(0);
});

test.each([
  ['federated', 'Another service checks the password', 's-action'],
  ['unknown', 'Who checks the password', 's-unknown'],
] as const)('the preflight says of a domain that is %s "%s"', async (domainSignIn, said, tone) => {
  const fake = await openAt(places.method(draft), { state: { ...turnedOn(), domainSignIn } });
  await choose();
  const preflight = within(screen.getByRole('region', { name: 'Before you send' }));
  expect((await preflight.findByText(said)).closest('li')!.className).toContain(tone);
  await waitFor(() => expect(fake.callsOf('readDomainSignIn')).toBe(1));
  expect(preflight.queryByText('Microsoft checks the password')).toBeNull();
});

test('agreement, method and password are sent in this order, each once, and the password is nowhere then', async () => {
  const fake = await openAt(places.method(draft), { state: turnedOn() });
  await choose();
  type('Account name', 'm365admin@woodgrove.example');
  type('Password', ' canary-7Qx ');
  expect(screen.getByText(/There is a space at an end/)).toBeTruthy();
  type('Who agreed', 'Megan Bowen');
  type('When', '2026-11-02');
  type('How it was given', 'By signed mail');
  fireEvent.click(await button('Next'));
  await screen.findByRole('heading', { name: 'Start the authentication' });
  const posted = fake.sent.filter(({ method }) => method === 'POST');
  expect(posted.map(({ path }) => path.split('/').at(-1))).toEqual(['acknowledgement', 'method', 'password']);
  expect(posted.at(-1)?.body).toEqual({ username: 'm365admin@woodgrove.example', password: ' canary-7Qx ' });
  for (const { path, body } of posted.slice(0, -1)) expect(`${path}${JSON.stringify(body)}`).not.toContain('canary');
  expect(await screen.findByText('m365admin@woodgrove.example')).toBeTruthy();
  const typed = [...document.querySelectorAll('input')].map(({ value }) => value);
  expect(`${document.body.textContent} ${typed.join(' ')}`).not.toContain('canary');
});

test('what is missing stands beside its field, and nothing is sent', async () => {
  const fake = await openAt(places.method(draft), { state: turnedOn() });
  await choose();
  type('Account name', 'no at sign');
  fireEvent.click(await button('Next'));
  expect(screen.getByLabelText('Account name').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('Who agreed').getAttribute('aria-invalid')).toBe('true');
  expect(fake.sent.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('a customer who has agreed is not asked again', async () => {
  const state = turnedOn((one) =>
    one.passwords.set(customerOfDraft(one), { acknowledgement: acknowledgementOf(), password: null }),
  );
  await openAt(places.method(draft), { state });
  await choose();
  await waitFor(() => expect(screen.queryByLabelText('Who agreed')).toBeNull());
  expect(screen.getByText(/has agreed/)).toBeTruthy();
});

test('M365 Settings show whose password it is and when it was proved, and mask it', async () => {
  await openAt(places.service(idOf('svc', 1), 'm365-settings'), { state: byPassword() });
  const card = within(await screen.findByRole('region', { name: 'Account with known password' }));
  expect(card.getByText('m365admin@contoso.onmicrosoft.com')).toBeTruthy();
  expect(card.getByText(/write-only, last proved/)).toBeTruthy();
  expect(card.getByText('••••••••••••')).toBeTruthy();
  for (const name of ['Test password', 'Replace', 'Delete']) expect(card.getByRole('button', { name })).toBeTruthy();
});

test('opening the settings tries nothing; Test password tries once, and MFA leads to the link', async () => {
  const fake = await openAt(places.service(idOf('svc', 1), 'm365-settings'), { state: byPassword() });
  const test_ = await button('Test password');
  expect(fake.callsOf('testPassword')).toBe(0);
  fireEvent.click(test_);
  fireEvent.click(test_);
  expect(await screen.findByText('MFA is on: use the invitation link.')).toBeTruthy();
  expect(fake.callsOf('testPassword')).toBe(1);
  const link = await button('Use the invitation link');
  fireEvent.click(link);
  fireEvent.click(link);
  await waitFor(() => expect(location.hash).toMatch(/^#\/invitations\/inv_\w+/));
  expect(fake.callsOf('useLinkInstead')).toBe(1);
});

test('the link in place of an older invitation is asked about first, and made once', async () => {
  const state: FakeState = { ...byPassword(), pendingBefore: 'replaceable' };
  const fake = await openAt(places.service(idOf('svc', 1), 'm365-settings'), { state });
  fireEvent.click(await button('Test password'));
  fireEvent.click(await button('Use the invitation link'));
  const asks = within(await screen.findByRole('dialog', { name: 'Replace 1 pending invitation?' }));
  expect(fake.callsOf('useLinkInstead')).toBe(0);
  const replace = asks.getByRole('button', { name: 'Replace 1 and invite' });
  fireEvent.click(replace);
  fireEvent.click(replace);
  await waitFor(() => expect(location.hash).toMatch(/^#\/invitations\/inv_\w+/));
  const sent = fake.sent.filter(({ path }) => path.endsWith('/use-link'));
  expect(sent.map(({ body }) => body)).toEqual([{ replacePending: true }]);
});

test('an invitation that stays is the reason why there is no other, and nothing is asked', async () => {
  const state: FakeState = { ...byPassword(), pendingBefore: 'stays' };
  await openAt(places.service(idOf('svc', 1), 'm365-settings'), { state });
  fireEvent.click(await button('Test password'));
  fireEvent.click(await button('Use the invitation link'));
  expect(await screen.findByText('This customer already has a pending invitation.')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('Replace asks for both anew; Delete asks first', async () => {
  const fake = await openAt(places.service(idOf('svc', 1), 'm365-settings'), { state: byPassword() });
  fireEvent.click(await button('Replace'));
  expect(screen.getByLabelText<HTMLInputElement>('Account name').value).toBe('');
  type('Account name', 'other@contoso.example');
  type('Password', 'another one');
  fireEvent.click(await button('Seal it'));
  expect(await screen.findByText('other@contoso.example')).toBeTruthy();
  fireEvent.click(await button('Delete'));
  expect(fake.callsOf('deletePassword')).toBe(0);
  fireEvent.click(await button('Delete the password'));
  expect(await screen.findByText(/No password is kept/)).toBeTruthy();
  expect(fake.callsOf('deletePassword')).toBe(1);
});

test('no word of ours advises to turn MFA off', async () => {
  const { en } = await import('@latchkey/shared/words/en');
  expect(JSON.stringify(en)).not.toMatch(
    /(?:disable|turn(?:ed|ing)? off|switch(?:ed)? off|remove|without) (?:the )?(?:MFA|multi-?factor)|MFA (?:off|disabled)\b/i,
  );
});
