import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { adoptionOf } from '../../e2e/fake-api/import-answers.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';

startClean();

const choose = async (text: string) =>
  fireEvent.change(await screen.findByLabelText('CSV file'), {
    target: { files: [new File([text], 'tenants.csv', { type: 'text/csv' })] },
  });

test('a file with mistakes adopts nothing, and its mistakes are told in this page’s own words', async () => {
  const fake = await openAt(places.adopt);
  await choose('audit');
  expect(await screen.findByText('2 mistakes', { selector: 'b' })).toBeTruthy();
  expect(screen.getByText('Mend the file and choose it again. Nothing was adopted.')).toBeTruthy();
  expect(screen.getByText('The name “audit” is reserved.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Adopt \d/ })).toBeNull();
  expect([fake.callsOf('startAdoption'), fake.callsOf('startImport')]).toEqual([0, 0]);
});

test('what was looked through is adopted on a press, once, by a profile that needs nobody’s account', async () => {
  const fake = await openAt(places.adopt);
  const options = (await screen.findByLabelText<HTMLSelectElement>('Judged by')).options;
  expect([...options].map(({ value }) => value)).toEqual(['direct-routing-application']);
  await choose('fine');
  const adopt = await button('Adopt 2 tenants');
  fireEvent.click(adopt);
  fireEvent.click(adopt);
  expect(await screen.findByText('Adopting: 0 of 2')).toBeTruthy();
  expect([fake.callsOf('checkAdoption'), fake.callsOf('startAdoption')]).toEqual([1, 1]);
  fireEvent.click(await button('Adopt no more'));
  expect(await screen.findByText('Cancelled: 0 of 2')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Adopt no more' })).toBeNull();
  expect(fake.callsOf('cancelImport')).toBe(0);
});

test('what was adopted without a proof is counted apart, and never among what is well', async () => {
  const through = adoptionOf({
    state: 'done',
    created: 1,
    unproved: 1,
    refused: 1,
    finishedAt: '2026-11-26T10:00:00.000Z',
  });
  await openAt(places.adopt, { state: { ...busyState(), adoptions: [through] } });
  expect(await screen.findByText(/1 adopted, 1 of them not proved, 1 not adopted$/)).toBeTruthy();
});

test('a Monitor chooses no file, and is led to no such page', async () => {
  await openAt(places.adopt, { state: { ...busyState(), role: 'Monitor' } });
  await waitFor(async () => expect((await screen.findByLabelText<HTMLInputElement>('CSV file')).disabled).toBe(true));
  location.hash = places.customers;
  await screen.findByRole('button', { name: 'Download as CSV' });
  expect(screen.queryByRole('link', { name: 'Adopt existing consents' })).toBeNull();
});

test('the page stands behind Customers', async () => {
  await openAt(places.customers);
  const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'Adopt existing consents' });
  expect(link.getAttribute('href')).toBe(places.adopt);
});
