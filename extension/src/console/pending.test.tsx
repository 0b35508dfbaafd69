import type { Signal } from '@preact/signals';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { mailOf } from '../../e2e/fake-api/mail-answers.ts';
import { ago, connectionBehind, invitationOf, verdictOf } from '../../e2e/fake-api/samples.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';

startClean();

const day = 86_400_000;
const rows = () => screen.getAllByRole('row').slice(1);
const customers = () => rows().map((row) => within(row).getAllByText(/\w/)[0]?.textContent);
const asked = (fake: Awaited<ReturnType<typeof openAt>>) =>
  fake.sent.filter(({ path }) => path.startsWith('/v1/pending-invitations')).at(-1)?.path ?? '';

test('the server filters, searches and orders, and what was found is what is shown', async () => {
  const fake = await openAt(places.invitations);
  await screen.findByText('Fabrikam GmbH');
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: 'wingtip' } });
  await waitFor(() => expect(customers()).toEqual(['Wingtip Logistics']));
  expect(screen.getByText('1 of 1')).toBeTruthy();
  fireEvent.change(screen.getByRole('combobox', { name: 'Status' }), { target: { value: 'draft' } });
  expect(await screen.findByText('None of these')).toBeTruthy();
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: '' } });
  await waitFor(() => expect(customers()).toEqual(['Woodgrove Bank']));
  fireEvent.click(await button('Valid until'));
  await waitFor(() => expect(asked(fake)).toContain('order=expiry'));
  expect(screen.getByRole('columnheader', { name: 'Valid until' }).getAttribute('aria-sort')).toBe('ascending');
});

test('a press on who must act leaves those, and each count stays', async () => {
  await openAt(places.invitations);
  const customer = await button(/^Customer \d/);
  const count = customer.textContent;
  fireEvent.click(customer);
  await waitFor(() => expect(screen.queryByText('Fabrikam GmbH')).toBeNull());
  expect(screen.getByText('Wingtip Logistics')).toBeTruthy();
  expect(customer.textContent).toBe(count);
});

test('what has not moved for days stands out, and what moved yesterday does not', async () => {
  const state = busyState();
  state.invitations = [
    invitationOf(31, 'Litware, Inc.', { status: 'ready', statusSince: ago(4 * day) }),
    invitationOf(32, 'Proseware', { status: 'ready', statusSince: ago(day) }),
  ];
  await openAt(places.invitations, { state });
  const row = (name: string) => screen.getByText(name).closest('tr')!;
  expect(await screen.findByText('No move for 4 days')).toBeTruthy();
  expect(row('Litware, Inc.').className).toBe('is-stuck');
  expect(row('Proseware').className).toBe('');
  fireEvent.change(screen.getByRole('combobox', { name: 'Waiting' }), { target: { value: '3' } });
  await waitFor(() => expect(screen.queryByText('Proseware')).toBeNull());
});

test('once its link is copied a row is the customer’s, since then, and can be filtered by it', async () => {
  const state = busyState();
  state.invitations = [
    invitationOf(31, 'Litware, Inc.', { statusSince: ago(4 * day) }),
    invitationOf(32, 'Proseware', { statusSince: ago(4 * day), linkCopiedAt: ago(2 * day) }),
  ];
  await openAt(places.invitations, { state });
  const row = async (name: string) => within((await screen.findByText(name)).closest('tr')!);
  const proseware = await row('Proseware');
  for (const words of ['Link copied, not started yet', 'Customer', /^2 days, /]) proseware.getByText(words);
  expect(proseware.queryByText(/No move/)).toBeNull();
  const litware = await row('Litware, Inc.');
  for (const words of ['Ready to send', 'You', 'No move for 4 days']) litware.getByText(words);
  fireEvent.click(await button('Copy link: Litware, Inc.'));
  await waitFor(async () => (await row('Litware, Inc.')).getByText('Link copied, not started yet'));
  expect((await row('Litware, Inc.')).queryByText(/No move/)).toBeNull();
  fireEvent.change(screen.getByRole('combobox', { name: 'Status' }), { target: { value: 'ready' } });
  expect(await screen.findByText('None of these')).toBeTruthy();
  fireEvent.change(screen.getByRole('combobox', { name: 'Status' }), { target: { value: 'link_copied' } });
  await waitFor(() => expect(customers()).toEqual(['Proseware', 'Litware, Inc.']));
});

test('what cannot be undone asks first, also where it is the next action', async () => {
  const state = busyState();
  const elsewhere = connectionBehind(33, verdictOf(60_000, { verdict: 'action_needed', cause: 'tenant_mismatch' }));
  state.invitations = [invitationOf(33, 'Litware, Inc.', { status: 'consented', connection: elsewhere })];
  const fake = await openAt(places.invitations, { state });
  fireEvent.click(await button('Cancel invitation: Litware, Inc.'));
  const question = { name: 'Cancel the invitation of Litware, Inc.?' };
  await waitFor(() => expect(screen.queryByRole('heading', question)).not.toBeNull());
  expect(fake.callsOf('cancelInvitation')).toBe(0);
  fireEvent.click(await button('Cancel the invitation'));
  await waitFor(() => expect(fake.callsOf('cancelInvitation')).toBe(1));
});

test('who asked for a new one stands out from those that expired, and both are renewed on their page', async () => {
  const state = busyState();
  const gone = { status: 'expired', expiresAt: ago(2 * day), statusSince: ago(20 * day) } as const;
  state.invitations = [
    invitationOf(34, 'Litware, Inc.', { ...gone, askedAt: ago(day) }),
    invitationOf(35, 'Proseware', gone),
  ];
  await openAt(places.invitations, { state });
  const row = async (name: string) => within((await screen.findByText(name)).closest('tr')!);
  expect((await row('Litware, Inc.')).getByText('Expired, new one wanted')).toBeTruthy();
  expect((await row('Litware, Inc.')).getByText(/^1 day, /)).toBeTruthy();
  expect((await row('Proseware')).getByText('Expired')).toBeTruthy();
  expect((await row('Proseware')).getByText(/^2 days, /)).toBeTruthy();
  fireEvent.click(await button('Renew: Litware, Inc.'));
  await waitFor(() => expect(location.hash).toBe(places.start(idOf('inv', 34))));
});

test('somebody who came for one invitation finds it, though it is not among the first', async () => {
  const state = busyState();
  const meant = invitationOf(40, 'Adatum Corporation', { status: 'ready', statusSince: ago(day) });
  state.invitations = [...state.invitations, meant];
  const fake = await openAt(`${places.invitations}/${meant.id}`, { state });
  expect(await screen.findByText('Adatum Corporation')).toBeTruthy();
  expect(rows().filter((row) => row.getAttribute('aria-current') === 'true')).toHaveLength(1);
  expect(fake.callsOf('listPending')).toBeGreaterThan(0);
});

describe('mail in the row', () => {
  const tick = (fake: Awaited<ReturnType<typeof openAt>>) => {
    (fake.clock.coarse as Signal<number>).value += 10_000;
  };
  const id = idOf('inv', 12);
  const mailed = (change: Parameters<typeof mailOf>[1] = {}) =>
    openAt(places.invitations, { state: { ...busyState(), mails: [mailOf(id, change)] } });

  test('a row says how often its link was mailed and how the last one goes', async () => {
    await mailed();
    const line = await screen.findByText(/2 mails sent\. Sent to megan@wingtip\.example/);
    expect(line.closest('tr')?.textContent).toContain('Wingtip');
  });

  test('one that was given up says why', async () => {
    await mailed({
      state: 'failed',
      tries: 9,
      lastFailure: { fault: 'refused', code: 550, at: new Date().toISOString() },
    });
    expect(await screen.findByText(/Given up for megan@wingtip\.example .*550/)).toBeTruthy();
  });

  test('one that is tried each minute is counted anew without a reload, and one that was sent is not asked about', async () => {
    const lastFailure = { fault: 'not_now', code: 451, at: ago(0) } as const;
    const tried = (tries: number) => mailOf(id, { state: 'waiting', doneAt: null, tries, lastFailure });
    const state = { ...busyState(), mails: [tried(1)] };
    const fake = await openAt(places.invitations, { state });
    expect(await screen.findByText(/Tried 1 time for/)).toBeTruthy();
    state.mails = [tried(2)];
    tick(fake);
    expect(await screen.findByText(/Tried 2 times for/)).toBeTruthy();
    state.mails = [mailOf(id)];
    tick(fake);
    expect(await screen.findByText(/Sent to megan@wingtip/)).toBeTruthy();
    const asked = fake.callsOf('listPending');
    tick(fake);
    expect(fake.callsOf('listPending')).toBe(asked);
  });

  test('it is mailed again to the same address after a question, once, with a key of its own', async () => {
    const fake = await mailed();
    fireEvent.click(await button(/^Mail again: Wingtip/));
    expect(await screen.findByRole('heading', { name: 'Mail the link to megan@wingtip.example?' })).toBeTruthy();
    expect(fake.callsOf('sendInvitation')).toBe(0);
    const send = await button('Send the mail');
    fireEvent.click(send);
    fireEvent.click(send);
    expect(await screen.findByText('On its way to megan@wingtip.example.')).toBeTruthy();
    expect(fake.callsOf('sendInvitation')).toBe(1);
    expect(fake.sent.find(({ path }) => path.endsWith(`${id}/mails`))?.body).toEqual({
      to: 'megan@wingtip.example',
      kind: 'invitation',
      language: 'en',
    });
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Mail again/ })).toBeNull());
  });

  test('a refusal keeps the question open, and says why', async () => {
    const fake = await mailed();
    fake.refusals.set('sendInvitation', 'mail_not_set_up');
    fireEvent.click(await button(/^Mail again: Wingtip/));
    fireEvent.click(await button('Send the mail'));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(await button('Send the mail')).toBeTruthy();
  });

  test.each([
    ['waits already', { state: 'waiting', doneAt: null }],
    ['went to an address that is not shown', { to: null }],
  ] as const)('one that %s is not mailed from the row', async (_, change) => {
    await mailed(change);
    await screen.findByText(/On its way to|Sent to the administrator/);
    expect(screen.queryByRole('button', { name: /^Mail again/ })).toBeNull();
  });
});
