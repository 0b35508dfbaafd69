import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';

startClean();

const draft = idOf('inv', 13);

/** Opens the method page of an invitation that ends at that time, and gives what is said before anything is sent. */
async function preflightOf(expiresAt: string) {
  const state = busyState();
  state.invitations = state.invitations.map((one) => (one.id === draft ? { ...one, expiresAt } : one));
  const fake = await openAt(places.method(draft), { state });
  return { fake, lines: within(await screen.findByRole('region', { name: 'Before you send' })) };
}

test('an end on a weekend is named with the working day before, and one in the week is not', async () => {
  const { lines } = await preflightOf('2026-12-13T12:00:00.000Z');
  const line = (await lines.findByText('Ends on Sunday 13 December')).closest('li')!;
  expect([line.className, line.textContent]).toEqual(['lk-check s-degraded', expect.stringContaining('Friday 11')]);
});

test('an end within the week is no warning, and says what is not known', async () => {
  const { lines } = await preflightOf('2026-12-09T12:00:00.000Z');
  const line = (await lines.findByText('Ends on Wednesday 9 December')).closest('li')!;
  expect([line.className, line.textContent]).toEqual(['lk-check', expect.stringContaining('Holidays are not known')]);
});

test('of MFA and of who has the role it is said that nobody knows yet', async () => {
  const { lines } = await preflightOf('2026-12-09T12:00:00.000Z');
  const role = (await lines.findByText(/A Global Administrator of Woodgrove Bank/)).closest('li')!;
  expect(role.textContent).toContain('is not known before the sign-in');
  expect(lines.getByText('MFA').closest('li')!.textContent).toContain('is not known before the sign-in');
});

test('for an application the role is another, and no box is named', async () => {
  await preflightOf('2026-12-09T12:00:00.000Z');
  fireEvent.change(await screen.findByLabelText('Permission profile'), {
    target: { value: 'direct-routing-application' },
  });
  const lines = within(screen.getByRole('region', { name: 'Before you send' }));
  expect(await lines.findByText(/The least is a Privileged Role Administrator of Woodgrove Bank/)).toBeTruthy();
  expect(lines.queryByText(/shows? the box|tick the box/)).toBeNull();
});

test('the services of the profile are named, and that they are there is not claimed', async () => {
  const { fake, lines } = await preflightOf('2026-12-09T12:00:00.000Z');
  const line = (await lines.findByText('Needs Microsoft Graph')).closest('li')!;
  expect(line.textContent).toContain('Not known before the approval: whether Woodgrove Bank has them');
  await waitFor(() => expect(fake.callsOf('listPermissionProfiles')).toBe(1));
  expect(fake.callsOf('chooseMethod')).toBe(0);
});
