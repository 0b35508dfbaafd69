import { resources } from '@latchkey/shared/permissions/profile';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { profileState } from '../../e2e/fake-api/profile-state.ts';
import { busyState, type FakeState } from '../../e2e/fake-api/state.ts';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';
import { settingsPlaces } from './settings-places.ts';

const profilesPlace = settingsPlaces.profiles.place;

startClean();

const group = async (name: string) => within(await screen.findByRole('group', { name }));
const typeIn = (found: ReturnType<typeof within>, label: string, value: string) =>
  fireEvent.input(found.getByLabelText(label), { target: { value } });
const saves = (fake: Awaited<ReturnType<typeof openAt>>) =>
  fake.sent.filter(({ method, path }) => method === 'POST' && path === '/v1/permission-profiles');

test('an Admin makes the next version: what is there is kept, what is added is sent, and the page says so', async () => {
  const fake = await openAt(profilesPlace, { state: profileState() });
  fireEvent.click(await button(/^Make version 2/));
  fireEvent.click(await button('Add a permission'));
  const third = await group('Permission 3');
  typeIn(third, 'Claim value', 'User.Read.All');
  typeIn(third, 'Why it is asked for', 'To find the users who get a number');
  typeIn(third, 'What stops without it', 'No number could be given');
  fireEvent.click(third.getByRole('checkbox'));
  fireEvent.click(await button('Save version 2'));
  expect(await screen.findByText('northwind-voice is saved as version 2.')).toBeTruthy();
  expect(saves(fake)).toHaveLength(1);
  expect(saves(fake)[0]?.body).toMatchObject({
    id: 'northwind-voice',
    follows: 1,
    permissions: [
      { value: 'Directory.Read.All', required: true },
      { value: 'user_impersonation', resourceAppId: resources.teamsAdmin },
      { value: 'User.Read.All', kind: 'delegated', required: false, why: 'To find the users who get a number' },
    ],
    directoryRoles: ['69091246-20e8-4a56-aa4d-066075b2a7a8'],
  });
});

test('a new profile that lacks something is not sent: each entry says what, and the first one has the focus', async () => {
  const fake = await openAt(profilesPlace, { state: profileState() });
  fireEvent.click(await button('Make a profile'));
  fireEvent.click(await button('Add a permission'));
  typeIn(await group('Permission 2'), 'Claim value', 'not a value!');
  fireEvent.click(await button('Save version 1'));
  expect(await screen.findByText('4 entries have to be mended.')).toBeTruthy();
  expect(screen.getByText(/Give it a name of 3 to 40/)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')));
  expect(saves(fake)).toEqual([]);
});

test.each([
  [
    'Directory.Read.All is taken out',
    'Remove permission 1',
    /Directory.Read.All of Microsoft Graph has to be required/,
  ],
] as const)('%s: nobody could prove anything, and nothing is sent', async (_, press, said) => {
  const fake = await openAt(profilesPlace, { state: profileState() });
  fireEvent.click(await button(/^Make version 2/));
  fireEvent.click(await button(press));
  fireEvent.click(await button('Save version 2'));
  expect(await screen.findByText(said)).toBeTruthy();
  expect(saves(fake)).toEqual([]);
});

test('a refusal of the server’s is told, and what was typed stays', async () => {
  const fake = await openAt(profilesPlace, { state: profileState() });
  fake.refusals.set('savePermissionProfile', 'changed_meanwhile');
  fireEvent.click(await button(/^Make version 2/));
  typeIn(await group('Permission 1'), 'Why it is asked for', 'Another reason');
  fireEvent.click(await button('Save version 2'));
  expect(await screen.findByText('Somebody changed this in the meantime.')).toBeTruthy();
  const why = (await group('Permission 1')).getByLabelText('Why it is asked for');
  expect((why as HTMLInputElement).value).toBe('Another reason');
});

test('a claim value that Latchkey has no words for is called unknown, not wrong', async () => {
  await openAt(profilesPlace, { state: profileState() });
  fireEvent.click(await button('Make a profile'));
  const first = await group('Permission 1');
  expect(first.queryByText(/Latchkey has no words for it/)).toBeNull();
  typeIn(first, 'Claim value', 'Calls.JoinGroupCall.All');
  expect(await first.findByText(/Latchkey has no words for it/)).toBeTruthy();
});

test('what comes with Latchkey is copied under a name of its own, and not changed', async () => {
  const fake = await openAt(profilesPlace, { state: profileState() });
  fireEvent.click(await button('Copy and change: Direct Routing'));
  fireEvent.input(await screen.findByLabelText('Name'), { target: { value: 'direct-routing-plus' } });
  fireEvent.click(await button('Save version 1'));
  await waitFor(() => expect(saves(fake)).toHaveLength(1));
  expect(saves(fake)[0]?.body).toMatchObject({ id: 'direct-routing-plus', follows: 0 });
});

test('an Operator sees what is asked for, and changes nothing', async () => {
  await openAt(profilesPlace, { state: { ...profileState(), role: 'Operator' } });
  expect(await screen.findByText('northwind-voice')).toBeTruthy();
  expect(screen.getByText('Only an Admin makes and changes profiles.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^(?:Make|Copy)/ })).toBeNull();
});

test('a customer is asked by the profile that was chosen; a password leaves no application to choose', async () => {
  const invitationId = idOf('inv', 13);
  const fake = await openAt(places.method(invitationId), { state: { ...profileState(), role: 'Operator' } });
  const choice = (await screen.findByLabelText('Permission profile')) as HTMLSelectElement;
  const offered = () => [...choice.options].map(({ value }) => value);
  expect(offered()).toEqual(['direct-routing-delegated', 'direct-routing-application', 'northwind-voice']);
  fireEvent.change(choice, { target: { value: 'northwind-voice' } });
  await waitFor(() =>
    expect(fake.sent.some(({ path }) => path.endsWith('/consent-diff?profileId=northwind-voice'))).toBe(true),
  );
  fireEvent.click(await button('Next'));
  await waitFor(() =>
    expect(fake.sent.find(({ path }) => path.endsWith('/method'))?.body).toEqual({
      method: 'invitation-link',
      profileId: 'northwind-voice',
    }),
  );
});

test('whoever chooses nothing asks by the usual profile', async () => {
  const fake = await openAt(places.method(idOf('inv', 13)), { state: busyState() });
  await screen.findByLabelText('Permission profile');
  fireEvent.click(await button('Next'));
  await waitFor(() =>
    expect(fake.sent.find(({ path }) => path.endsWith('/method'))?.body).toEqual({ method: 'invitation-link' }),
  );
});

test('M365 Settings says what another profile would change before it invites, and invites once', async () => {
  const fake = await openAt(places.service(idOf('svc', 4), 'm365-settings'), { state: profileState() });
  const card = within(await screen.findByRole('region', { name: 'Permission profile' }));
  expect(card.getByText(/^Approved by Direct Routing, version 1/)).toBeTruthy();
  expect(card.queryByRole('button')).toBeNull();
  fireEvent.change(await card.findByRole('combobox'), { target: { value: 'northwind-voice' } });
  const invite = await card.findByRole('button', { name: 'Invite to approve this profile' });
  expect(fake.sent.filter(({ path }) => path.includes('/consent-diff?profileId=northwind-voice'))).toHaveLength(1);
  expect(fake.callsOf('changeProfile')).toBe(0);
  fireEvent.click(invite);
  expect(await card.findByText(/The invitation is made/)).toBeTruthy();
  expect(fake.sent.find(({ method, path }) => method === 'POST' && path.endsWith('/invite-again'))?.body).toEqual({
    profileId: 'northwind-voice',
  });
  expect(card.queryByRole('button')).toBeNull();
});

test('where an invitation is pending the change is refused with the reason', async () => {
  const fake = await openAt(places.service(idOf('svc', 4), 'm365-settings'), { state: profileState() });
  fake.refusals.set('changeProfile', 'customer_has_invitation');
  const card = within(await screen.findByRole('region', { name: 'Permission profile' }));
  fireEvent.change(await card.findByRole('combobox'), { target: { value: 'northwind-voice' } });
  fireEvent.click(await card.findByRole('button', { name: 'Invite to approve this profile' }));
  expect(await card.findByText('This customer already has a pending invitation.')).toBeTruthy();
});

test('an older invitation is replaced once that is agreed to, and it is said', async () => {
  const state: FakeState = { ...profileState(), pendingBefore: 'replaceable' };
  const fake = await openAt(places.service(idOf('svc', 4), 'm365-settings'), { state });
  const card = within(await screen.findByRole('region', { name: 'Permission profile' }));
  fireEvent.change(await card.findByRole('combobox'), { target: { value: 'northwind-voice' } });
  const invite = await card.findByRole('button', { name: 'Invite to approve this profile' });
  fireEvent.click(invite);
  const asks = within(await screen.findByRole('dialog', { name: 'Replace 1 pending invitation?' }));
  fireEvent.click(asks.getByRole('button', { name: 'Replace nothing' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.callsOf('changeProfile')).toBe(0);
  fireEvent.click(invite);
  const again = within(await screen.findByRole('dialog'));
  fireEvent.click(again.getByRole('button', { name: 'Replace 1 and invite' }));
  expect((await card.findByText(/The invitation is made/)).textContent).toContain('1 older invitation was replaced.');
  const sent = fake.sent.filter(({ method, path }) => method === 'POST' && path.endsWith('/invite-again'));
  expect(sent.map(({ body }) => body)).toEqual([{ profileId: 'northwind-voice', replacePending: true }]);
  expect(fake.sent.filter(({ path }) => path.includes('/pending-before?profileId=northwind-voice'))).toHaveLength(2);
});

test('a Monitor reads by which profile a customer was asked, and chooses none', async () => {
  await openAt(places.service(idOf('svc', 4), 'm365-settings'), { state: { ...profileState(), role: 'Monitor' } });
  const card = within(await screen.findByRole('region', { name: 'Permission profile' }));
  expect(card.getByText(/^Approved by/)).toBeTruthy();
  expect(card.queryByRole('combobox')).toBeNull();
});

test('what was begun of a profile is found again behind Back, and gone once it is given up', async () => {
  await openAt(profilesPlace, { state: profileState() });
  fireEvent.click(await button(/^Make version 2/));
  typeIn(await group('Permission 1'), 'Why it is asked for', 'Another reason');
  const leaveAndReturn = async () => {
    location.hash = places.services;
    await screen.findByRole('heading', { name: 'Services', level: 1 });
    location.hash = profilesPlace;
  };
  await leaveAndReturn();
  expect(((await group('Permission 1')).getByLabelText('Why it is asked for') as HTMLInputElement).value).toBe(
    'Another reason',
  );
  fireEvent.click(await button('Cancel'));
  await leaveAndReturn();
  expect(await button(/^Make version 2/)).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Permission 1' })).toBeNull();
});
