import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { goTo, openAt } from '../testing/open-console.tsx';
import { settingsPlace, settingsPlaces } from './settings-places.ts';

startClean();

const placesListed = async () =>
  within(await screen.findByRole('main'))
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));

test.each(['Admin', 'Operator', 'Monitor'] as const)(
  'one place leads to every page of Settings, also a %s',
  async (role) => {
    await openAt(settingsPlace, { state: { ...busyState(), role } });
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    expect(await placesListed()).toEqual(Object.values(settingsPlaces).map(({ place }) => place));
  },
);

test('the navigation says where one is, and each page leads back to the list', async () => {
  await openAt(settingsPlace);
  for (const { place } of Object.values(settingsPlaces)) {
    goTo(place);
    const back = await screen.findByRole('link', { name: 'All settings' });
    expect(back.getAttribute('href')).toBe(settingsPlace);
    expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBe('page');
  }
  goTo('#/customers');
  await screen.findByRole('heading', { level: 1, name: 'Customers' });
  expect(screen.queryByRole('link', { name: 'All settings' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBeNull();
});
