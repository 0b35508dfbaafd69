import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { linkSequence } from '@latchkey/shared/mail/mail-template';
import { expect, test } from 'vitest';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, goTo, openAt } from '../testing/open-console.tsx';
import { settingsPlaces } from './settings-places.ts';

startClean();

const { place } = settingsPlaces.mail;
const admin = () => openAt(place, { state: { ...busyState(), role: 'Admin' } });
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const valueOf = async (label: string) => (await screen.findByLabelText<HTMLTextAreaElement>(label)).value;
const body = `Dear administrator,\n\n${linkSequence}`;
const isOff = async (name: string) => (await button(name)).hasAttribute('disabled');
const untilPreviewed = (words: string) => screen.findByText(words, { selector: 'b' });

test('an Admin writes words of their own, sees what they make, saves them once, and goes back to those of Latchkey', async () => {
  const fake = await admin();
  expect(await screen.findByText('These are the words of Latchkey. Nobody has changed them yet.')).toBeTruthy();
  expect(await isOff('Save these words')).toBe(true);
  await type('Subject', 'Please approve');
  await type('Text', body);
  await untilPreviewed('Please approve');
  await waitFor(async () => expect(await isOff('Save these words')).toBe(false));
  fireEvent.click(await button('Save these words'));
  expect(await screen.findByText('Saved. The next mail has these words.')).toBeTruthy();
  const posts = () => fake.sent.filter(({ method, path }) => method === 'POST' && path === '/v1/mail-templates');
  expect(posts().map((one) => one.body)).toEqual([
    { kind: 'invitation', language: 'en', follows: 0, template: { subject: 'Please approve', body } },
  ]);
  expect(await screen.findByText(/^Your own words, version 1/)).toBeTruthy();
  fireEvent.click(await button('Back to the words of Latchkey'));
  expect(await screen.findByText('The next mail has the words of Latchkey again.')).toBeTruthy();
  expect(posts().at(-1)?.body).toMatchObject({ follows: 1, template: null });
  expect(await valueOf('Subject')).toBe('{{Provider}} asks you to approve access');
});

test('what is wrong is named at its field with its line, and can neither be saved nor sent', async () => {
  const fake = await admin();
  await type('Text', 'Hello\n\n{{Custommer}}');
  expect(
    await screen.findByText('Line 3: there is no name Custommer. Use those of the list below.', { exact: false }),
  ).toBeTruthy();
  expect([await isOff('Save these words'), await isOff('Send a test mail')]).toEqual([true, true]);
  await type('Text', 'Hello');
  expect(await screen.findByText(/^The link is missing/)).toBeTruthy();
  expect(fake.callsOf('saveMailTemplate') + fake.callsOf('testMailTemplate')).toBe(0);
});

test('what was typed is there again behind Back, by mail, and nothing of it was saved', async () => {
  const fake = await admin();
  await type('Subject', 'Half a sentence');
  goTo('#/customers');
  await screen.findByRole('heading', { level: 1, name: 'Customers' });
  goTo(place);
  expect(await valueOf('Subject')).toBe('Half a sentence');
  const which = await screen.findByLabelText<HTMLSelectElement>('Mail');
  which.selectedIndex = 1;
  fireEvent.change(which);
  await waitFor(async () => expect(await valueOf('Subject')).toBe('Reminder: {{Provider}} waits'));
  expect(fake.callsOf('saveMailTemplate')).toBe(0);
});

test('a test goes to the Admin, or to one other address, and how it went is said', async () => {
  const fake = await admin();
  expect(await valueOf('Mail address')).toBe('ada.berg@northwindvoice.onmicrosoft.com');
  await waitFor(async () => expect(await isOff('Send a test mail')).toBe(false));
  fireEvent.click(await button('Send a test mail'));
  expect(await screen.findByText(/^The mail server took the test mail for ada\.berg@/)).toBeTruthy();
  await type('Mail address', 'two@contoso.example, three@contoso.example');
  expect(await isOff('Send a test mail')).toBe(true);
  expect(fake.callsOf('testMailTemplate')).toBe(1);
});

test('an Operator reads the words, and has nothing to change them with', async () => {
  await openAt(place, { state: { ...busyState(), role: 'Operator' } });
  expect(await screen.findByText('{{Provider}} asks you to approve access')).toBeTruthy();
  expect(screen.queryByLabelText('Subject')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Save these words' })).toBeNull();
});
