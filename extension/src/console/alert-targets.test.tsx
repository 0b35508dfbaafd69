import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, goTo, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';
import { settingsPlaces } from './settings-places.ts';

startClean();

const secret = 'a secret of thirty characters!';
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });

test('an Admin adds a target: the secret leaves once, and stands nowhere on the page afterwards', async () => {
  const fake = await openAt(settingsPlaces.alerts.place, { state: { ...busyState(), role: 'Admin' } });
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
  const fake = await openAt(settingsPlaces.alerts.place, { state: { ...busyState(), role: 'Admin' } });
  fake.refusals.set('saveAlertTarget', 'alert_address_refused');
  await type('Name', 'ops');
  await type('Address', 'https://169.254.169.254/');
  await type('Secret', secret);
  fireEvent.click(await button('Add target'));
  expect(await screen.findByText(/Alerts are not sent to this address/)).toBeTruthy();
  expect((screen.getByLabelText('Address') as HTMLInputElement).value).toBe('https://169.254.169.254/');
});

test('who goes to another page and back finds what was typed of a target, and types its secret again', async () => {
  await openAt(settingsPlaces.alerts.place, { state: { ...busyState(), role: 'Admin' } });
  await type('Name', 'ops');
  await type('Address', 'https://hooks.northwindvoice.example/latchkey');
  await type('Quiet from', '22:00');
  await type('Secret', secret);
  goTo(places.services);
  await screen.findByRole('heading', { level: 1, name: 'Services' });
  goTo(settingsPlaces.alerts.place);
  const typed = async (label: string) => (await screen.findByLabelText<HTMLInputElement>(label)).value;
  expect(await typed('Name')).toBe('ops');
  expect(await typed('Address')).toBe('https://hooks.northwindvoice.example/latchkey');
  expect(await typed('Quiet from')).toBe('22:00');
  expect(await typed('Secret')).toBe('');
  await type('Secret', secret);
  fireEvent.click(await button('Add target'));
  await waitFor(async () => expect(await typed('Name')).toBe(''));
  goTo(places.services);
  await screen.findByRole('heading', { level: 1, name: 'Services' });
  goTo(settingsPlaces.alerts.place);
  expect(await typed('Name'), 'what was sent is not typed any more').toBe('');
});

test('an Operator sees where alerts go, and changes nothing', async () => {
  await openAt(settingsPlaces.alerts.place);
  expect(await screen.findByText('Nobody is told yet.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Add target' })).toBeNull();
});

test('a Monitor is told that the addresses are not shown, and does not ask for them', async () => {
  const fake = await openAt(settingsPlaces.alerts.place, { state: { ...busyState(), role: 'Monitor' } });
  expect(
    await screen.findByText(/Where alerts go is shown to Admins and Operators. You are signed in as Monitor/),
  ).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Alerts' })).toBeNull();
  expect(fake.callsOf('listAlertTargets')).toBe(0);
});

test('a mail address needs no secret and has none; a test is sent at once, and its end is told', async () => {
  const fake = await openAt(settingsPlaces.alerts.place, { state: { ...busyState(), role: 'Admin' } });
  await type('Name', 'desk');
  await type('Secret', secret);
  await type('Address', ' desk@northwindvoice.example ');
  expect(screen.queryByLabelText('Secret')).toBeNull();
  fireEvent.click(await button('Add target'));
  expect(await screen.findByText('desk@northwindvoice.example')).toBeTruthy();
  const saved = fake.sent.find(({ method, path }) => method === 'POST' && path === '/v1/alert-targets');
  expect(saved?.body).toMatchObject({ id: 'desk', url: 'mailto:desk@northwindvoice.example' });
  expect(saved?.body).not.toHaveProperty('secret');
  fireEvent.click(await button(/^Test/));
  expect(await screen.findByText('A test message was taken.')).toBeTruthy();
  expect(fake.callsOf('testAlertTarget')).toBe(1);
});

test('why nothing was taken stands with the target, also where no mail server is set up', async () => {
  const state = { ...busyState(), role: 'Admin' as const };
  const desk = {
    id: 'desk',
    url: 'mailto:desk@northwindvoice.example',
    on: true,
    quiet: null,
    changedAt: '2026-11-02T09:00:00.000Z',
    changedBy: 'Ada Berg',
    version: 1,
    waiting: 3,
    failed: 0,
    deliveredAt: null,
    lastFailure: { fault: 'not_set_up' as const, code: null, at: null },
  };
  await openAt(settingsPlaces.alerts.place, {
    state: { ...state, alertTargets: [desk], testFailure: desk.lastFailure },
  });
  expect(await screen.findByText(/none taken yet, 3 wait to be sent, no mail server is set up/)).toBeTruthy();
  fireEvent.click(await button(/^Test/));
  expect(await screen.findByText(/^The test message was not taken: no mail server is set up/)).toBeTruthy();
});
