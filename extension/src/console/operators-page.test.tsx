import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { settingsPlaces } from './settings-places.ts';

startClean();

const { place } = settingsPlaces.operators;
const admin = () => openAt(place, { state: { ...busyState(), role: 'Admin' } });
const rowOf = async (name: string) => (await screen.findByText(name)).closest('tr')?.textContent ?? '';

test('an Admin sees who has signed in, with which role, and where a role is changed', async () => {
  await admin();
  expect(await rowOf('Ben Bruun')).toContain('Monitor');
  expect(await rowOf('Ada Berg')).toContain('You');
  const link = await screen.findByRole('link', { name: /Open Enterprise applications/ });
  expect(link.getAttribute('href')).toMatch(/^https:\/\/entra\.microsoft\.com\//);
});

test('a role may what the server says, and no more', async () => {
  await admin();
  const table = within(await screen.findByRole('table', { name: 'What each role may do', hidden: true }));
  const cells = (summary: string) =>
    [...(table.getByText(summary).closest('tr')?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
  expect(cells('Turn a method on or off')).toEqual(['may', '–may not', '–may not']);
  expect(cells('Customers, 50 at a time')).toEqual(['may', 'may', 'may']);
});

test('sessions are ended once, after a question, and it is said how many', async () => {
  const fake = await admin();
  fireEvent.click(await button('Sign out everywhere: Ben Bruun'));
  expect(fake.callsOf('signOutOperator')).toBe(0);
  fireEvent.click(await button('End every session'));
  expect(await screen.findByText('2 sessions of Ben Bruun have ended.')).toBeTruthy();
  expect(fake.callsOf('signOutOperator')).toBe(1);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Sign out everywhere: Ben Bruun' })).toBeNull());
});

test('a refusal is told, and nobody is said to be signed out', async () => {
  const fake = await admin();
  fake.refusals.set('signOutOperator', 'storage_unavailable');
  fireEvent.click(await button('Sign out everywhere: Ben Bruun'));
  fireEvent.click(await button('End every session'));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.queryByText(/have ended/)).toBeNull();
});

test.each(['Operator', 'Monitor'] as const)('a %s is told who sees it, and nothing is asked for', async (role) => {
  const fake = await openAt(place, { state: { ...busyState(), role } });
  expect(await screen.findByText(`You are signed in as ${role}.`, { exact: false })).toBeTruthy();
  expect(fake.callsOf('listOperators')).toBe(0);
});
