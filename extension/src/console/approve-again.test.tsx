import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { busyState, type FakeState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { settingsPlaces } from './settings-places.ts';

startClean();

const lacking = (count: number, fullName: string): FakeState['lacking'][number] => ({
  customerId: idOf('cus', count),
  fullName,
  connectionId: idOf('con', count),
  version: 1,
  lacks: ['Directory.Read.All'],
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
