import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { settingsPlaces } from './settings-places.ts';

startClean();

const open = (role: 'Admin' | 'Operator' | 'Monitor') =>
  openAt(settingsPlaces.registrations.place, { state: { ...busyState(), role } });
const card = async (name: string) => within(await screen.findByRole('region', { name }));

test('an Admin reads of each registration what is good, bad and unknown, and the command that mends it', async () => {
  await open('Admin');
  const api = await card('API');
  const [good, bad] = api.getAllByRole('listitem');
  expect(good?.className).toContain('s-working');
  expect(within(good!).queryByText('Expected:')).toBeNull();
  expect(bad?.className).toContain('s-action');
  expect(bad?.textContent).toContain('Bad · Access tokens of version 2');
  expect(bad?.textContent).toContain('Found: 1');
  expect(bad?.textContent).toContain('{"api":{"requestedAccessTokenVersion":2}}');
  const [unknown] = (await card('Extension')).getAllByRole('listitem');
  expect(unknown?.className).toContain('s-unknown');
  expect(unknown?.textContent).toContain('Found: not read');
  expect(screen.getByText('1 bad · 1 unknown · 1 warning · 2 good')).toBeTruthy();
});

test('the credential’s end is told in days, and is no good news within thirty', async () => {
  await open('Admin');
  const credential = await card('Credential of the consent app');
  expect(credential.getByText('21 days left').closest('p')?.className).toBe('lk-check s-degraded');
  expect(credential.getByText('Client secret')).toBeTruthy();
});

test('Check again looks again, and nothing before it was pressed', async () => {
  const fake = await open('Admin');
  const again = await button('Check again');
  expect(fake.callsOf('checkRegistrations')).toBe(1);
  fireEvent.click(again);
  await waitFor(() => expect(fake.callsOf('checkRegistrations')).toBe(2));
});

test.each(['Operator', 'Monitor'] as const)('a %s is told whose page it is, and nothing is asked', async (role) => {
  const fake = await open(role);
  expect(await screen.findByRole('heading', { name: 'Only an Admin sees this page' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
  expect(fake.callsOf('checkRegistrations')).toBe(0);
});
