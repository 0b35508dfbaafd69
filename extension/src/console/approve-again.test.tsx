import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { busyState, type FakeState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { settingsPlaces } from './settings-places.ts';

startClean();

type Lacking = FakeState['lacking'][number];
const lacking = (count: number, fullName: string, pending: Lacking['pending'] = 'none'): Lacking => ({
  customerId: idOf('cus', count),
  fullName,
  connectionId: idOf('con', count),
  version: 1,
  lacks: ['Directory.Read.All'],
  pending,
  readAt: null,
});
const state = (role: FakeState['role'] = 'Operator'): FakeState => ({
  ...busyState(),
  role,
  lacking: [lacking(1, 'Contoso Ltd'), lacking(2, 'Adventure Works')],
});

test('one customer is invited again, and nobody else', async () => {
  const fake = await openAt(settingsPlaces.methods.place, { state: state() });
  fireEvent.click(await button('Invite again: Adventure Works'));
  await screen.findByText('1 invitation is ready to be sent.', { exact: false });
  const sent = fake.sent.filter(({ method, path }) => method === 'POST' && path.endsWith('/invite-again'));
  expect(sent.map(({ body }) => body)).toEqual([{ customerIds: [idOf('cus', 2)] }]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Invite again: Adventure Works' })).toBeNull());
  await button('Invite again: Contoso Ltd');
});

test('all of them are invited again with one press, and it is still said when nobody is left', async () => {
  const fake = await openAt(settingsPlaces.methods.place, { state: state() });
  fireEvent.click(await button('Make invitations for 2'));
  await screen.findByText('2 invitations are ready to be sent.', { exact: false });
  expect(fake.sent.filter(({ path }) => path.endsWith('/invite-again')).map(({ body }) => body)).toEqual([{}]);
});

test('a Monitor sees who must approve again, and invites nobody', async () => {
  const fake = await openAt(settingsPlaces.methods.place, { state: state('Monitor') });
  await screen.findByText('Contoso Ltd lacks Directory.Read.All');
  expect(screen.queryByRole('button', { name: /^Invite again/ })).toBeNull();
  expect(fake.callsOf('inviteAgain')).toBe(0);
});

describe('where older invitations are pending', () => {
  const mixed = (): FakeState => ({
    ...state(),
    lacking: [
      lacking(1, 'Contoso Ltd', 'replaceable'),
      lacking(2, 'Adventure Works', 'replaceable'),
      lacking(3, 'Fabrikam', 'none'),
      lacking(4, 'Litware', 'stays'),
    ],
  });
  const open = () => openAt(settingsPlaces.methods.place, { state: mixed() });
  const bodies = (fake: Awaited<ReturnType<typeof open>>) =>
    fake.sent.filter(({ path }) => path.endsWith('/invite-again')).map(({ body }) => body);
  const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));

  test('it is asked first, with their number; what was answered stays, and what came of it is said', async () => {
    const fake = await open();
    fireEvent.click(await button('Make invitations for 3'));
    const asks = await dialog('Replace 2 pending invitations?');
    expect(fake.callsOf('inviteAgain')).toBe(0);
    const replace = asks.getByRole('button', { name: 'Replace 2 and invite' });
    fireEvent.click(replace);
    fireEvent.click(replace);
    const said = await screen.findByText('3 invitations are ready to be sent.', { exact: false });
    expect(said.textContent).toContain('2 older invitations were replaced.');
    expect(said.textContent).toContain('1 customer keeps the invitation that is pending.');
    expect(bodies(fake)).toEqual([{ replacePending: true }]);
    expect(screen.queryByRole('dialog')).toBeNull();
    await screen.findByText('Litware lacks Directory.Read.All');
  });

  test('whoever wants that invites the others alone, and nothing is replaced', async () => {
    const fake = await open();
    fireEvent.click(await button('Make invitations for 3'));
    const asks = await dialog('Replace 2 pending invitations?');
    fireEvent.click(asks.getByRole('button', { name: 'Only invite 1 without one' }));
    const said = await screen.findByText('1 invitation is ready to be sent.', { exact: false });
    expect(said.textContent).not.toContain('replaced');
    expect(said.textContent).toContain('3 customers keep the invitations that are pending.');
    expect(bodies(fake)).toEqual([{}]);
  });

  test('whoever thinks better of it has sent nothing', async () => {
    const fake = await open();
    fireEvent.click(await button('Make invitations for 3'));
    const asks = await dialog('Replace 2 pending invitations?');
    fireEvent.click(asks.getByRole('button', { name: 'Replace nothing' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(fake.callsOf('inviteAgain')).toBe(0);
    await button('Make invitations for 3');
  });

  test('for one customer it is asked as well; for one without, it is not; and whose invitation stays is not offered a new one', async () => {
    const fake = await open();
    await screen.findByText('(its invitation is pending)');
    expect(screen.queryByRole('button', { name: 'Invite again: Litware' })).toBeNull();
    fireEvent.click(await button('Invite again: Contoso Ltd'));
    const asks = await dialog('Replace 1 pending invitation?');
    expect(asks.queryByRole('button', { name: /^Only invite/ })).toBeNull();
    fireEvent.click(asks.getByRole('button', { name: 'Replace 1 and invite' }));
    await screen.findByText('1 older invitation was replaced.', { exact: false });
    fireEvent.click(await button('Invite again: Fabrikam'));
    await waitFor(() => expect(fake.callsOf('inviteAgain')).toBe(2));
    expect(bodies(fake)).toEqual([
      { customerIds: [idOf('cus', 1)], replacePending: true },
      { customerIds: [idOf('cus', 3)] },
    ]);
  });

  test('refused, it is said in the dialog, which stays; sent again it has the same key', async () => {
    const fake = await open();
    fake.refusals.set('inviteAgain', 'storage_unavailable');
    fireEvent.click(await button('Invite again: Contoso Ltd'));
    const asks = await dialog('Replace 1 pending invitation?');
    const replace = asks.getByRole('button', { name: 'Replace 1 and invite' });
    fireEvent.click(replace);
    expect(await asks.findByRole('alert')).toBeTruthy();
    await waitFor(() => expect(replace.getAttribute('aria-busy')).toBeNull());
    fake.refusals.delete('inviteAgain');
    fireEvent.click(replace);
    await screen.findByText('1 older invitation was replaced.', { exact: false });
    const sent = fake.sent.filter(({ path }) => path.endsWith('/invite-again'));
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toEqual([expect.stringMatching(/^[\w-]{36}$/), keys[0]]);
  });
});
