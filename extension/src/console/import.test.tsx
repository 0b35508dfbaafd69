import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { importOf } from '../../e2e/fake-api/import-answers.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';

startClean();

const choose = async (text: string) =>
  fireEvent.change(await screen.findByLabelText('CSV file'), {
    target: { files: [new File([text], 'customers.csv', { type: 'text/csv' })] },
  });

test('each mistake of a file is told by row and column, and nothing can be created of it', async () => {
  const fake = await openAt(places.importPage);
  await choose('audit');
  expect(await screen.findByText('2 mistakes', { selector: 'b' })).toBeTruthy();
  const cells = screen.getAllByRole('row').map((row) =>
    within(row)
      .queryAllByRole('cell')
      .map((one) => one.textContent),
  );
  expect(cells.slice(1)).toEqual([
    ['3', 'short_name', 'The name “audit” is reserved.'],
    ['7', 'whole row', 'There are more cells than columns.'],
  ]);
  expect(screen.queryByRole('button', { name: /^Create \d/ })).toBeNull();
  expect(fake.callsOf('startImport')).toBe(0);
});

test('of many mistakes the first fifty are drawn, and how many more there are is said', async () => {
  const fake = await openAt(places.importPage);
  fake.state.mistakes = Array.from({ length: 301 }, (_, row) => ({
    row: row + 2,
    column: 'licensed_users',
    mistake: 'licensed_users_range',
    header: null,
  }));
  await choose('wrong');
  expect(await screen.findByText('301 mistakes', { selector: 'b' })).toBeTruthy();
  expect(screen.getAllByRole('row')).toHaveLength(51);
  expect(screen.getByText(/^And 251 more\./)).toBeTruthy();
});

test('what was created is one press away, and where not all was, the page says where the reasons stand', async () => {
  const state = busyState();
  const [done] = [{ ...importOf(), state: 'done', created: 1, refused: 1 } as const];
  await openAt(places.importPage, { state: { ...state, imports: [done] } });
  expect((await screen.findByRole('link', { name: 'Go to Pending Invitations' })).getAttribute('href')).toBe(
    places.invitations,
  );
  expect(screen.getByText(/^Why stands in the result/)).toBeTruthy();
});

test('what was looked through is created on a press, once, and the page says how far it is', async () => {
  const fake = await openAt(places.importPage);
  await choose('fine');
  expect(await screen.findByText('2 rows are ready')).toBeTruthy();
  expect(fake.callsOf('startImport')).toBe(0);
  const create = await button('Create 2 invitations');
  fireEvent.click(create);
  fireEvent.click(create);
  expect(await screen.findByText('Creating invitations: 0 of 2')).toBeTruthy();
  expect([fake.callsOf('checkImport'), fake.callsOf('startImport')]).toEqual([1, 1]);
  fireEvent.click(await button('Create no more'));
  expect(await screen.findByText('Cancelled: 0 of 2')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Create no more' })).toBeNull();
});

test('a Monitor chooses no file, and is led to no such page', async () => {
  await openAt(places.importPage, { state: { ...busyState(), role: 'Monitor' } });
  await waitFor(async () => expect((await screen.findByLabelText<HTMLInputElement>('CSV file')).disabled).toBe(true));
});
