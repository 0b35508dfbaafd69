import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { mailOf } from '../../e2e/fake-api/mail-answers.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';

startClean();

const wingtip = idOf('inv', 12);
const expired = idOf('inv', 16);
const open = (change: Partial<ReturnType<typeof busyState>> = {}, id = wingtip) =>
  openAt(places.start(id), { state: { ...busyState(), ...change } });
const type = async (value: string) =>
  fireEvent.input(await screen.findByLabelText('Mail address of the administrator'), { target: { value } });
const posted = (fake: Awaited<ReturnType<typeof open>>, end: string) =>
  fake.sent.filter(({ method, path }) => method === 'POST' && path.endsWith(end));

test('the link is sent to the one plain address that was typed, and the page says where it is', async () => {
  const fake = await open();
  expect(await screen.findByText('Not mailed yet.')).toBeTruthy();
  await type('megan@wingtip.example, spy@evil.example');
  expect(((await button('Send the link by mail')) as HTMLButtonElement).disabled).toBe(true);
  await type(' megan@wingtip.example ');
  fireEvent.click(await button('Send the link by mail'));
  expect(await screen.findByText('On its way to megan@wingtip.example, asked for by Ada Berg.')).toBeTruthy();
  expect(posted(fake, '/mails').map(({ body }) => body)).toEqual([{ to: 'megan@wingtip.example', kind: 'invitation' }]);
});

test('what was sent is sent again or reminded of, to the same address', async () => {
  const fake = await open({ mails: [mailOf(wingtip)] });
  expect(await screen.findByText(/^Sent to megan@wingtip\.example /)).toBeTruthy();
  fireEvent.click(await button('Send a reminder'));
  expect(await screen.findByText('The reminder is on its way to megan@wingtip.example.')).toBeTruthy();
  expect(posted(fake, '/mails').map(({ body }) => body)).toEqual([{ to: 'megan@wingtip.example', kind: 'reminder' }]);
});

test('what is not taken is told with its count and its reason', async () => {
  const lastFailure = { fault: 'not_now', code: 451, at: new Date(Date.now() + 3_600_000).toISOString() } as const;
  await open({ mails: [mailOf(wingtip, { state: 'waiting', doneAt: null, tries: 7, lastFailure })] });
  const told =
    /^Tried 7 times for megan@wingtip\.example: the mail server said no for the moment \(451\)\. Waiting for the next try at (.*\d\d:\d\d)\.$/;
  const [, next = ''] = told.exec((await screen.findByText(told)).textContent ?? '') ?? [];
  const due = new Date(Date.parse(lastFailure.at) + 60_000);
  expect(next).toMatch(
    new RegExp(`${String(due.getHours()).padStart(2, '0')}:${String(due.getMinutes()).padStart(2, '0')}$`),
  );
  expect(screen.queryByText(/On its way/)).toBeNull();
});

test('an expired invitation is renewed with its own term, and mailed only where an address stands', async () => {
  const fake = await open({}, expired);
  fireEvent.click(await button('Renew the link'));
  const days = await screen.findByLabelText('Days until it expires');
  expect((days as HTMLInputElement).value).toBe('14');
  fireEvent.input(days, { target: { value: '91' } });
  expect(((await button('Renew, and send nothing')) as HTMLButtonElement).disabled).toBe(true);
  fireEvent.input(days, { target: { value: '5' } });
  fireEvent.click(await button('Renew, and send nothing'));
  expect(await screen.findByText('The link is renewed. Nobody has it yet.')).toBeTruthy();
  expect(posted(fake, '/renew').map(({ body }) => body)).toEqual([{ days: 5 }]);
});

test('once a try was not taken, nothing says any more that it is on its way', async () => {
  const fake = await open();
  await type('megan@wingtip.example');
  fireEvent.click(await button('Send the link by mail'));
  expect(await screen.findByText('On its way to megan@wingtip.example.')).toBeTruthy();
  const lastFailure = { fault: 'not_now', code: 450, at: new Date().toISOString() } as const;
  fake.state.mails = [mailOf(wingtip, { state: 'waiting', doneAt: null, tries: 1, lastFailure })];
  // The time moves on, and the page looks again.
  const coarse = fake.clock.coarse as { value: number };
  await act(() => void (coarse.value += 10_000));
  expect(await screen.findByText(/^Tried 1 time for megan@wingtip\.example/)).toBeTruthy();
  expect(screen.queryByText(/On its way/)).toBeNull();
});

test('with an address the link is renewed both ways: mailed there, or sent to nobody', async () => {
  const fake = await open({ mails: [mailOf(wingtip)] });
  fireEvent.click(await button('Renew the link'));
  expect(await button('Renew and send')).toBeTruthy();
  fireEvent.click(await button('Renew, and send nothing'));
  expect(await screen.findByText('The link is renewed. Nobody has it yet.')).toBeTruthy();
  expect(posted(fake, '/renew').map(({ body }) => body)).toEqual([{ days: 14 }]);
});

test('of an expired invitation only what can be done is there: to renew it', async () => {
  await open({ mails: [mailOf(expired)] }, expired);
  expect(await button('Renew the link')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Copy link|Send|What is sent|here/ })).toBeNull();
  expect(screen.queryByRole('link', { name: 'here' })).toBeNull();
  expect(screen.queryByText(/reminded by itself/)).toBeNull();
});

test('one that expired before a method was chosen is renewed without an address, and its method is chosen next', async () => {
  const state = busyState();
  const invitations = state.invitations.map((one) =>
    one.id === expired ? { ...one, method: null, profile: null } : one,
  );
  const fake = await open({ ...state, invitations }, expired);
  fireEvent.click(await button('Renew the invitation'));
  expect(screen.queryByLabelText('Mail address of the administrator')).toBeNull();
  fireEvent.click((await screen.findAllByRole('button', { name: 'Renew the invitation' })).at(-1)!);
  expect(await screen.findByText('The invitation is renewed. Choose a method.')).toBeTruthy();
  expect(posted(fake, '/renew').map(({ body }) => body)).toEqual([{ days: 14 }]);
});

test('the page of its method, opened by its address, offers to renew it, and the methods once it is renewed', async () => {
  const state = busyState();
  const invitations = state.invitations.map((one) =>
    one.id === expired ? { ...one, status: 'draft' as const, method: null, profile: null } : one,
  );
  const fake = await openAt(places.method(expired), { state: { ...state, invitations } });
  fireEvent.click(await button('Renew the invitation'));
  expect(screen.queryByRole('radio')).toBeNull();
  fireEvent.click((await screen.findAllByRole('button', { name: 'Renew the invitation' })).at(-1)!);
  expect(await screen.findByRole('radio', { name: 'Send link to IT administrator for authentication' })).toBeTruthy();
  expect(posted(fake, '/renew').map(({ body }) => body)).toEqual([{ days: 14 }]);
  expect(fake.callsOf('chooseMethod')).toBe(0);
});

test('before a method is chosen its page leads to where that is done', async () => {
  await open({}, idOf('inv', 13));
  const link = await screen.findByRole('link', { name: 'Choose method' });
  expect(link.getAttribute('href')).toBe(places.method(idOf('inv', 13)));
  expect(screen.queryByRole('button', { name: /Copy link|Send|Renew/ })).toBeNull();
});

test.each(['cancelled', 'superseded', 'onboarded', 'authentication_complete', 'consented'] as const)(
  'one that is %s has no link to copy, send or renew',
  async (status) => {
    const state = busyState();
    const invitations = state.invitations.map((one) => (one.id === wingtip ? { ...one, status } : one));
    await open({ ...state, invitations });
    expect(await screen.findByRole('link', { name: 'Go to Pending Invitations' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Copy link|Send|Renew/ })).toBeNull();
  },
);

test('a refusal is told, and the address stays to be mended', async () => {
  const fake = await open();
  fake.refusals.set('sendInvitation', 'mail_not_set_up');
  await type('megan@wingtip.example');
  fireEvent.click(await button('Send the link by mail'));
  expect(await screen.findByText(/No mail server is set up, so nothing can be sent\./)).toBeTruthy();
  const address = screen.getByLabelText('Mail address of the administrator') as HTMLInputElement;
  expect(address.value).toBe('megan@wingtip.example');
});

test('who only reads sees how it goes, and has nothing to press', async () => {
  await open({ role: 'Monitor', mails: [mailOf(wingtip, { to: null })] });
  expect(await screen.findByText(/^Sent to the administrator /)).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('button', { name: /Send|Renew|What is sent/ })).toBeNull());
});
