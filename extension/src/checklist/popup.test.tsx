import { commonEnglish } from '@latchkey/shared/words/en/common';
import { errors } from '@latchkey/shared/words/en/errors';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyState, emptyState } from '../../e2e/fake-api/state.ts';
import { idOf, tenantOf } from '../../e2e/fake-api/ids.ts';
import { connectionBehind, verdictOf } from '../../e2e/fake-api/samples.ts';
import { loadSpeech } from '../look/words.ts';
import { providerConsole, savedPending } from '../session/remembered.ts';
import { draw, startClean } from '../testing/draw.tsx';
import { fakeSurroundings } from '../testing/fake-surroundings.ts';
import { Popup } from './popup.tsx';

startClean();

const portal = (count: number) => `https://portal.azure.com/${tenantOf(count)}/#home`;
const button = (name: string | RegExp) => screen.findByRole('button', { name });

test('signed out, it offers the way in and asks nothing of the API but whose it is', async () => {
  const fake = fakeSurroundings({ signedIn: false });
  draw(fake, <Popup />);
  fireEvent.click(await button('Sign in'));
  await screen.findByText(/Northwind Voice account/);
  expect(fake.asked).toEqual(['sign-in from popup']);
  expect(fake.sent.map(({ path }) => path)).toEqual(['/v1/configuration']);
});

test('while the first answer is on its way it says what it waits for', async () => {
  const fake = fakeSurroundings();
  fake.gate = new Promise(() => {});
  draw(fake, <Popup />);
  expect(await screen.findByText('Reading the pending invitations')).toBeTruthy();
  expect(screen.queryByText('Nobody has to act')).toBeNull();
});

test('with nothing pending nobody has to act', async () => {
  draw(fakeSurroundings({ state: emptyState() }), <Popup />);
  expect(await screen.findByText('Nobody has to act')).toBeTruthy();
});

test('yours come first, the longest wait on top; each row names its owner and one action', async () => {
  draw(fakeSurroundings({ state: busyState() }), <Popup />);
  const rows = await screen.findAllByRole('listitem');
  const read = rows.map((row) => [
    within(row).getByRole('heading').textContent,
    row.querySelector('.lk-owner b')?.textContent,
    within(row).getByRole('button').textContent,
  ]);
  expect(read).toEqual([
    ['Proseware', 'You', 'Renew'],
    ['Fabrikam GmbH', 'You', 'Add'],
    ['Woodgrove Bank', 'You', 'Choose method'],
    ['Wingtip Logistics', 'Customer', 'Copy link'],
    ['Tailspin Toys', 'Customer', 'Copy link'],
    ['Northwind Traders', 'Microsoft', 'Validate'],
  ]);
});

test('Add makes the service and leads to its settings', async () => {
  const fake = fakeSurroundings({ state: busyState() });
  draw(fake, <Popup />);
  fireEvent.click(await button('Add: Fabrikam GmbH'));
  await waitFor(() => expect(fake.asked[0]).toMatch(/^console #\/services\/svc_\w+\/m365-settings$/));
  expect(fake.callsOf('addService')).toBe(1);
});

test('an expired one leads to where it is renewed, and one to cancel to where that is asked; nothing is cancelled here', async () => {
  const state = busyState();
  const elsewhere = connectionBehind(14, verdictOf(60_000, { verdict: 'action_needed', cause: 'tenant_mismatch' }));
  state.invitations = state.invitations.map((one) =>
    one.id === idOf('inv', 14) ? { ...one, connection: elsewhere } : one,
  );
  const fake = fakeSurroundings({ state });
  draw(fake, <Popup />);
  fireEvent.click(await button('Renew: Proseware'));
  await waitFor(() => expect(fake.asked).toEqual([`console #/invitations/${idOf('inv', 16)}/start`]));
  fireEvent.click(await button('Cancel invitation: Northwind Traders'));
  await waitFor(() => expect(fake.asked[1]).toBe(`console #/invitations/${idOf('inv', 14)}`));
  expect(fake.callsOf('cancelInvitation')).toBe(0);
});

test('Copy link puts the link into the clipboard and says until when it is good', async () => {
  const fake = fakeSurroundings({ state: busyState() });
  draw(fake, <Popup />);
  fireEvent.click(await button('Copy link: Tailspin Toys'));
  expect(await screen.findByText(/^Link copied\. Good until /)).toBeTruthy();
  expect(fake.asked[0]).toMatch(/^copy https:\/\/.+\/i#/);
});

test('a refusal is said in its own words by a popup that was opened without them', async () => {
  expect(commonEnglish).not.toHaveProperty('errors');
  const fake = fakeSurroundings({
    state: busyState(),
    speech: { words: commonEnglish, tag: 'en', direction: 'ltr' },
  });
  fake.refusals.set('addService', 'connection_not_proved');
  draw(fake, <Popup />);
  fireEvent.click(await button('Add: Fabrikam GmbH'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain(errors.connection_not_proved.title);
  expect(alert.textContent).toContain(errors.connection_not_proved.nextStep);
});

test('what it loads speaks the language of the popup', async () => {
  const fake = fakeSurroundings({ state: busyState(), speech: await loadSpeech('pseudo', commonEnglish) });
  fake.refusals.set('listInvitations', 'too_many_requests');
  draw(fake, <Popup />);
  const alert = await screen.findByRole('alert');
  expect(alert.querySelector('b')?.textContent).toMatch(/^⟦.*⟧$/);
  expect(alert.textContent).not.toContain(errors.too_many_requests.title);
});

test('a refusal is said in its own words, and the list is read again', async () => {
  const fake = fakeSurroundings({ state: busyState() });
  fake.refusals.set('addService', 'connection_not_proved');
  draw(fake, <Popup />);
  const add = await button('Add: Fabrikam GmbH');
  const before = fake.callsOf('listInvitations');
  fireEvent.click(add);
  expect((await screen.findByRole('alert')).textContent).toContain('The connection is not proved');
  expect(fake.callsOf('listInvitations')).toBeGreaterThan(before);
  expect(fake.asked).toEqual([]);
});

test('who may only read sees who must act, and validates, but changes nothing', async () => {
  const state = busyState();
  state.role = 'Monitor';
  draw(fakeSurroundings({ state }), <Popup />);
  const rows = await screen.findAllByRole('listitem');
  const buttons = rows.flatMap((row) => within(row).queryAllByRole('button'));
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['Validate']);
});

test('a session that has ended leads to signing in, everywhere', async () => {
  const fake = fakeSurroundings({ state: busyState() });
  fake.refusals.set('listInvitations', 'session_ended');
  draw(fake, <Popup />);
  expect(await screen.findByText('Your session has ended')).toBeTruthy();
  expect(screen.queryByText('Fabrikam GmbH')).toBeNull();
});

test('offline it shows what was saved, since when, and its buttons are off', async () => {
  const { invitations } = busyState();
  await savedPending.setValue({ at: '2026-11-24T14:06:31.000Z', items: invitations, total: 6 });
  const fake = fakeSurroundings({ state: busyState() });
  fake.offline = true;
  draw(fake, <Popup />);
  expect(await screen.findByText(/^No connection to Latchkey since /)).toBeTruthy();
  const add = await button('Add: Fabrikam GmbH');
  expect((add as HTMLButtonElement).disabled).toBe(true);
  expect(screen.getByRole('list').className).toContain('is-saved');
});

test('offline with nothing saved it says that nothing is known', async () => {
  const fake = fakeSurroundings();
  fake.offline = true;
  draw(fake, <Popup />);
  expect(await screen.findByText('No connection to Latchkey')).toBeTruthy();
  expect(screen.queryByText('Nobody has to act')).toBeNull();
});

test('opened on a customer’s tenant it validates at once, and shows it running in place of the button', async () => {
  const fake = fakeSurroundings({ state: busyState(), tab: portal(1) });
  let open = () => {};
  draw(fake, <Popup />);
  await screen.findByText('Contoso Ltd');
  fake.gate = new Promise((resolve) => (open = resolve));
  expect(await screen.findByText(/^Validating with a fresh token, \d+ s$/)).toBeTruthy();
  const card = screen.getByRole('region', { name: 'This tab' });
  expect(within(card).queryByRole('button')).toBeNull();
  open();
  expect(await screen.findByText('just now')).toBeTruthy();
  expect(fake.callsOf('validateConnection')).toBe(1);
});

test('a verdict under a minute old is not asked for again', async () => {
  const state = busyState();
  const [contoso] = state.customers;
  state.customers = [{ ...contoso!, connection: { ...contoso!.connection!, verdict: verdictOf(40_000) } }];
  const fake = fakeSurroundings({ state, tab: portal(1) });
  draw(fake, <Popup />);
  await screen.findByText('40 s ago');
  // Whatever the page was going to do by itself, it has done by then.
  await new Promise((resolve) => setTimeout(resolve));
  expect(fake.callsOf('validateConnection')).toBe(0);
});

test('a tenant that is nobody’s says so and offers to add it', async () => {
  const fake = fakeSurroundings({ tab: portal(99) });
  draw(fake, <Popup />);
  await screen.findByText('Not a customer yet');
  const card = screen.getByRole('region', { name: 'This tab' });
  fireEvent.click(within(card).getByRole('button', { name: 'Add New Customer' }));
  expect(fake.asked).toEqual([`console #/onboarding/direct-routing/new?tenant=${tenantOf(99)}`]);
  expect(fake.callsOf('validateConnection')).toBe(0);
});

test('a tab without a tenant offers a picker; what is picked is validated on a press only', async () => {
  const fake = fakeSurroundings({ state: busyState(), tab: 'https://example.com/' });
  draw(fake, <Popup />);
  const picker = await screen.findByRole('combobox', { name: 'Customer' });
  fireEvent.change(picker, { target: { value: fake.state.customers[0]!.id } });
  const validate = await button('Validate');
  expect(fake.callsOf('validateConnection')).toBe(0);
  fireEvent.click(validate);
  await waitFor(() => expect(fake.callsOf('validateConnection')).toBe(1));
});

test('a validation that did not take place says why, and leaves the verdict as it was', async () => {
  const fake = fakeSurroundings({ state: busyState(), tab: portal(1) });
  fake.refusals.set('validateConnection', 'too_many_requests');
  draw(fake, <Popup />);
  expect((await screen.findByRole('alert')).textContent).toContain('Too many requests');
  expect(screen.getByText('2 h ago')).toBeTruthy();
});

test('the popup stops following the change feed when it closes', async () => {
  const fake = fakeSurroundings({ state: busyState() });
  const { unmount } = draw(fake, <Popup />);
  await screen.findByText('Live. No change yet');
  expect(fake.openStreams).toBe(1);
  unmount();
  await waitFor(() => expect(fake.openStreams).toBe(0));
});

const consoleOrigin = 'https://console.northwindvoice.example';
const toldConsole = { name: 'Console', origin: consoleOrigin, patterns: ['/services/{shortName}/*'] };

test('over the provider’s own console the customer is the one that the address names', async () => {
  await providerConsole.setValue(toldConsole);
  const state = busyState();
  state.services = state.services.map((one, index) => ({ ...one, shortName: `short${index + 1}` }));
  const fake = fakeSurroundings({ state, tab: `${consoleOrigin}/services/short2/m365-settings` });
  draw(fake, <Popup />);
  await within(await screen.findByRole('region', { name: 'This tab' })).findByText('Adventure Works');
  expect(fake.sent.filter(({ path }) => path.startsWith('/v1/customers')).map(({ path }) => path)).toContain(
    '/v1/customers?shortName=short2',
  );
});

test('over a page of it that names nobody of ours, the way to add them begins with that name', async () => {
  await providerConsole.setValue(toldConsole);
  const fake = fakeSurroundings({ state: busyState(), tab: `${consoleOrigin}/services/nobody` });
  draw(fake, <Popup />);
  const card = await screen.findByRole('region', { name: 'This tab' });
  await within(card).findByText('This tab’s address names nobody.');
  fireEvent.click(within(card).getByRole('button', { name: 'Add New Customer' }));
  await waitFor(() => expect(fake.asked).toEqual(['console #/onboarding/direct-routing/new?shortName=nobody']));
});

test.each([`${consoleOrigin}.evil.example/services/short2`, `${consoleOrigin}/services`])(
  '%s names nobody, and nobody is asked for',
  async (tab) => {
    await providerConsole.setValue(toldConsole);
    const fake = fakeSurroundings({ state: busyState(), tab });
    draw(fake, <Popup />);
    await screen.findByText('No tenant in this tab’s address');
    expect(fake.sent.filter(({ path }) => /shortName|tenant=/.test(path))).toEqual([]);
  },
);
