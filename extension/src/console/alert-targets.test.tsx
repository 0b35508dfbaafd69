import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';

startClean();

const secret = 'a secret of thirty characters!';
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });

test('an Admin adds a target: the secret leaves once, and stands nowhere on the page afterwards', async () => {
  const fake = await openAt(places.methods, { state: { ...busyState(), role: 'Admin' } });
  await type('Name', 'ops');
  await type('Address', 'https://hooks.northwindvoice.example/latchkey');
  await type('Secret', secret);
  fireEvent.click(await button('Add target'));
  expect(await screen.findByText('ops')).toBeTruthy();
  const [saved, ...more] = fake.sent.filter(({ method, path }) => method === 'POST' && path === '/v1/alert-targets');
  expect(more).toEqual([]);
  expect(saved?.body).toMatchObject({ id: 'ops', follows: 0, secret, on: true, quiet: null });
  await waitFor(() => expect((screen.getByLabelText('Secret') as HTMLInputElement).value).toBe(''));
  expect(document.body.textContent).not.toContain(secret);
  fireEvent.click(await button(/^Turn off/));
  await waitFor(() => expect(fake.sent.at(-2)?.body).toMatchObject({ id: 'ops', follows: 1, on: false }));
  expect(fake.sent.at(-2)?.body).not.toHaveProperty('secret');
});

test('a refused address says why, and what was typed stays to be mended', async () => {
  const fake = await openAt(places.methods, { state: { ...busyState(), role: 'Admin' } });
  fake.refusals.set('saveAlertTarget', 'alert_address_refused');
  await type('Name', 'ops');
  await type('Address', 'https://169.254.169.254/');
  await type('Secret', secret);
  fireEvent.click(await button('Add target'));
  expect(await screen.findByText(/Alerts are not sent to this address/)).toBeTruthy();
  expect((screen.getByLabelText('Address') as HTMLInputElement).value).toBe('https://169.254.169.254/');
});

test('an Operator sees where alerts go, and changes nothing', async () => {
  await openAt(places.methods);
  expect(await screen.findByText('Nobody is told yet.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Add target' })).toBeNull();
});

test('a Monitor does not see the addresses, and does not ask for them', async () => {
  const fake = await openAt(places.methods, { state: { ...busyState(), role: 'Monitor' } });
  await screen.findByRole('heading', { name: 'Who must approve again' });
  expect(screen.queryByRole('heading', { name: 'Alerts' })).toBeNull();
  expect(fake.callsOf('listAlertTargets')).toBe(0);
});
