import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { settingsPlaces } from './settings-places.ts';

startClean();

const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const choose = async (bytes: readonly number[]) =>
  fireEvent.change(await screen.findByLabelText('Logo'), {
    target: { files: [new File([new Uint8Array(bytes)], 'logo.png', { type: 'image/png' })] },
  });
const admin = () => openAt(settingsPlaces.branding.place, { state: { ...busyState(), role: 'Admin' } });

test('an Admin sends both colours and the logo once, and is told when there is nothing to save', async () => {
  const fake = await admin();
  expect(await screen.findByText('Nothing has been changed here.')).toBeTruthy();
  await type('Colour on light pages', '#0B5C4A');
  await type('Colour on dark pages', '#8fe0c8');
  await choose([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  await button('Remove logo');
  fireEvent.click(await button('Save look'));
  await waitFor(() => expect(fake.callsOf('saveBranding')).toBe(1));
  const saved = fake.sent.find(({ method, path }) => method === 'POST' && path === '/v1/branding');
  expect(saved?.body).toEqual({
    follows: 0,
    accent: { light: '#0b5c4a', dark: '#8fe0c8' },
    logo: 'iVBORw0KGgo=',
  });
  expect(await screen.findByText('Nothing has been changed here.')).toBeTruthy();
});

test.each([
  ['#8fe0c8', '#8fe0c8', 'Too little contrast: it could not be read there.'],
  ['mulberry', '#8fe0c8', 'This is no colour: # and six digits, 0 to 9 and a to f.'],
  ['#0b5c4a', '', 'Give both colours, or none.'],
])('%s and "%s" are told apart and not sent: %s', async (light, dark, words) => {
  const fake = await admin();
  await type('Colour on light pages', light);
  await type('Colour on dark pages', dark);
  expect(await screen.findByText(words)).toBeTruthy();
  fireEvent.click(await button('Save look'));
  expect(fake.callsOf('saveBranding')).toBe(0);
});

test('a file that is no picture is not taken, whatever it calls itself', async () => {
  const fake = await admin();
  await choose([...new TextEncoder().encode('<svg/>')]);
  expect(await screen.findByText('This file is none of these, or too large.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Remove logo' })).toBeNull();
  expect(fake.callsOf('saveBranding')).toBe(0);
});

test('an Operator sees how it looks, and has no form', async () => {
  await openAt(settingsPlaces.branding.place, { state: { ...busyState(), role: 'Operator' } });
  expect(await screen.findByRole('group', { name: 'How it will look' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save look' })).toBeNull();
});
