import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { runOf } from '../../e2e/fake-api/standing-answers.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';

startClean();

const select = (name: string) => screen.findByRole<HTMLSelectElement>('combobox', { name });
const asked = (fake: Awaited<ReturnType<typeof openAt>>, path: string) =>
  fake.sent.filter((sent) => sent.path.startsWith(path));

test('the server filters and orders: what is chosen is asked for, and nothing is sorted here', async () => {
  const fake = await openAt(places.customers);
  await screen.findByText('Contoso Ltd');
  expect(asked(fake, '/v1/customer-standings').at(-1)?.path).toContain('order=verdict');
  fireEvent.change(await select('Verdict'), { target: { value: 'blocked' } });
  await waitFor(() => expect(screen.queryByText('Contoso Ltd')).toBeNull());
  expect(asked(fake, '/v1/customer-standings').at(-1)?.path).toContain('verdict=blocked');
  fireEvent.click(await button('Customer'));
  await waitFor(() => expect(asked(fake, '/v1/customer-standings').at(-1)?.path).toContain('order=name'));
  expect(screen.getByRole('columnheader', { name: /Customer$/ }).getAttribute('aria-sort')).toBe('ascending');
});

test('with nothing chosen all are validated, with a filter those of the filter, with a choice those', async () => {
  const fake = await openAt(places.customers);
  const begun = () => fake.sent.filter(({ method, path }) => method === 'POST' && path === '/v1/validation-runs');
  fireEvent.click(await button('Validate all'));
  expect(await screen.findByText('Validation of many: 0 of 6 looked at')).toBeTruthy();
  expect(begun().map(({ body }) => body)).toEqual([{ choose: 'all' }]);
  expect(begun()[0]?.headers.get('idempotency-key')).toMatch(/^[\w-]{16,}$/);
  // One is under way at a time.
  expect(screen.queryByRole('button', { name: /^Validate/ })).toBeNull();
  fireEvent.click(await button('Cancel'));
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Choose Contoso Ltd' }));
  fireEvent.click(await button('Validate 1 chosen'));
  await waitFor(() => expect(begun()).toHaveLength(2));
  expect(begun()[1]?.body).toEqual({ choose: 'list', customerIds: [idOf('cus', 1)] });
  fireEvent.click(await button('Cancel'));
  fireEvent.change(await select('Verdict'), { target: { value: 'working' } });
  fireEvent.click(await button(/^Validate these \d/));
  await waitFor(() => expect(begun()).toHaveLength(3));
  expect(begun()[2]?.body).toEqual({ choose: 'filter', filter: { verdict: 'working' } });
});

test('a run is paused, resumed and closed when it is over; what is not known is not called bad', async () => {
  const fake = await openAt(places.customers, { state: { ...busyState(), run: runOf() } });
  const bar = await screen.findByRole('region', { name: 'Validation of many' });
  expect(bar.textContent).toContain('120 of 200 looked at');
  expect(bar.textContent).toContain('about 42 seconds left');
  expect(within(bar).getByText('3 not known').closest('li')?.className).toContain('s-unknown');
  fireEvent.click(await button('Pause'));
  expect(await screen.findByText(/is paused/)).toBeTruthy();
  fireEvent.click(await button('Resume'));
  fireEvent.click(await button('Cancel'));
  fireEvent.click(await button('Close'));
  expect(screen.queryByRole('region', { name: 'Validation of many' })).toBeNull();
  expect([fake.callsOf('pauseRun'), fake.callsOf('resumeRun'), fake.callsOf('cancelRun')]).toEqual([1, 1, 1]);
});

test('a Monitor sees how far it has come, and has nothing to press', async () => {
  await openAt(places.customers, { state: { ...busyState(), run: runOf(), role: 'Monitor' } });
  await screen.findByRole('region', { name: 'Validation of many' });
  await screen.findByText('Contoso Ltd');
  expect(screen.queryByRole('button', { name: /^(Validate|Pause|Cancel)/ })).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('a run that is refused says why, and none appears', async () => {
  const fake = await openAt(places.customers);
  fake.refusals.set('startRun', 'validation_run_going');
  fireEvent.click(await button('Validate all'));
  expect(await screen.findByText(/Another validation of many is under way/)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Validation of many' })).toBeNull();
});

test('M365 Settings tells how the verdict changed, newest first, as it was said then', async () => {
  await openAt(places.service(idOf('svc', 4), 'm365-settings'));
  const history = await screen.findByRole('region', { name: 'History' });
  await waitFor(() => expect(within(history).getAllByRole('listitem')).toHaveLength(4));
  const lines = within(history).getAllByRole('listitem');
  expect(lines.map((line) => line.querySelector('.lk-chip')?.textContent)).toEqual([
    'Action needed',
    'Working',
    'Action needed',
    'Working',
  ]);
  expect(lines[3]?.textContent).toContain('by Ada Berg');
});

test('History has a bar for each of the last ninety days, says them in words, and as a table for the keyboard', async () => {
  await openAt(places.service(idOf('svc', 4), 'm365-settings'));
  const days = await screen.findByRole('figure');
  const bars = [...days.querySelectorAll('.lk-history i')];
  expect(bars).toHaveLength(90);
  // Nobody looked before: hollow, not green.
  expect(bars.slice(0, 19).every((bar) => bar.className === 's-unknown')).toBe(true);
  expect(days.textContent).toMatch(/\d+ days working/);
  expect(days.textContent).toContain('3 days blocked by policy');
  const table = within(days).getByRole('table', { hidden: true });
  expect(within(table).getAllByRole('row', { hidden: true }).length).toBeLessThan(20);
  expect(days.querySelector('details > summary')?.textContent).toBe('Day by day');
});
