import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { customerDraft } from '../session/remembered.ts';
import { startClean } from '../testing/draw.tsx';
import { button, goTo, openAt } from '../testing/open-console.tsx';
import { places } from './route.ts';

startClean();

async function fillIn(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    fireEvent.input(await screen.findByLabelText(label), { target: { value } });
}

const contoso = {
  'Full name': 'Contoso Ltd',
  'Short name': 'newcontoso',
  'Number of licensed users': '120',
  'Tenant domain or id': 'contoso.com',
};

test('Services, Add Service, Direct Routing, Add New Customer lead to the form', async () => {
  await openAt(places.services);
  fireEvent.click(await button('Add Service'));
  const routing = screen.getByRole('link', { name: 'Direct Routing' });
  expect(routing.getAttribute('href')).toBe(places.onboarding);
  goTo(places.onboarding);
  const add = await screen.findByRole('link', { name: 'Add New Customer' });
  expect(add.getAttribute('href')).toBe(places.newCustomer);
});

test('a double click on Next creates one invitation, with one key', async () => {
  const fake = await openAt(places.newCustomer);
  await fillIn(contoso);
  const next = await button('Next');
  fireEvent.click(next);
  fireEvent.click(next);
  await screen.findByRole('heading', { name: 'How is the connection secured?' });
  const created = fake.sent.filter(({ method, path }) => method === 'POST' && path === '/v1/invitations');
  expect(created).toHaveLength(1);
  expect(created[0]?.headers.get('idempotency-key')).toMatch(/^[\w-]{16,}$/);
  expect(created[0]?.body).toEqual({
    fullName: 'Contoso Ltd',
    shortName: 'newcontoso',
    kind: 'direct-routing',
    licenceType: 'hosted-essentials-plus',
    licensedUsers: 120,
    tenant: 'contoso.com',
  });
});

test('language, reference and term go along where they were given', async () => {
  const fake = await openAt(places.newCustomer);
  await fillIn({ ...contoso, 'Reference or ticket number': ' TICKET-7 ', 'Valid for how many days': '30' });
  const language = screen.getByLabelText<HTMLSelectElement>('Language of mails and pages');
  expect([...language.options].map(({ text }) => text)).toEqual(['As usual here: Deutsch', 'English', 'Deutsch']);
  fireEvent.change(language, { target: { value: 'de' } });
  fireEvent.click(await button('Next'));
  await screen.findByRole('heading', { name: 'How is the connection secured?' });
  const created = fake.sent.find(({ method, path }) => method === 'POST' && path === '/v1/invitations');
  expect(created?.body).toMatchObject({ language: 'de', reference: 'TICKET-7', days: 30 });
});

test.each([
  ['Valid for how many days', '0', '1 to 90'],
  ['Valid for how many days', '91', '1 to 90'],
  ['Valid for how many days', 'soon', '1 to 90'],
  ['Reference or ticket number', 'x'.repeat(81), '80 characters'],
])('%s "%s" is told beside its field, and nothing is sent', async (label, typed, told) => {
  const fake = await openAt(places.newCustomer);
  await fillIn({ ...contoso, [label]: typed });
  fireEvent.click(await button('Next'));
  const field = await screen.findByLabelText(label);
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  expect(document.getElementById(field.getAttribute('aria-describedby')!.split(' ')[1]!)?.textContent).toContain(told);
  expect(fake.callsOf('createInvitation')).toBe(0);
});

test('what is wrong stands beside its field; nothing is sent and nothing typed is lost', async () => {
  const fake = await openAt(places.newCustomer);
  await fillIn({ ...contoso, 'Short name': 'a b', 'Number of licensed users': '501' });
  fireEvent.click(await button('Next'));
  const shortName = await screen.findByLabelText<HTMLInputElement>('Short name');
  expect(shortName.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(shortName.getAttribute('aria-describedby')!.split(' ')[1]!)?.textContent).toContain(
    'white space',
  );
  expect(screen.getByLabelText('Number of licensed users').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('Contoso Ltd');
  expect(fake.callsOf('createInvitation')).toBe(0);
});

test('a refusal of the server stands beside the field that it belongs to, and a second try keeps its key', async () => {
  const fake = await openAt(places.newCustomer);
  fake.refusals.set('createInvitation', 'microsoft_unreachable');
  await fillIn(contoso);
  fireEvent.click(await button('Next'));
  expect((await screen.findByRole('alert')).textContent).toContain('Microsoft was not reached');
  fake.refusals.set('createInvitation', 'short_name_taken');
  fireEvent.click(await button('Next'));
  await waitFor(() => expect(screen.getByLabelText('Short name').getAttribute('aria-invalid')).toBe('true'));
  const keys = fake.sent.flatMap(({ headers }) => headers.get('idempotency-key') ?? []);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('the rest of a double click presses nothing, whatever stands there by then', async () => {
  const fake = await openAt(places.newCustomer);
  await fillIn(contoso);
  fireEvent.click(await button('Next'), { detail: 1 });
  await screen.findByRole('heading', { name: 'How is the connection secured?' });
  fireEvent.click(await button('Next'), { detail: 2 });
  expect(fake.callsOf('chooseMethod')).toBe(0);
  fireEvent.click(await button('Next'), { detail: 1 });
  await waitFor(() => expect(fake.callsOf('chooseMethod')).toBe(1));
});

const draftOf = (tenant: string) => ({
  fullName: 'Contoso Ltd',
  shortName: 'contoso',
  licenceType: 'hosted-pro',
  licensedUsers: '9',
  tenant,
  language: '',
  reference: '',
  days: '',
  sent: null,
});

test('what was typed of a given tenant is there again', async () => {
  await customerDraft.setValue(draftOf('contoso.com'));
  await openAt(`${places.newCustomer}?tenant=contoso.com`);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('Contoso Ltd'));
});

test('whoever comes for another tenant than was typed of begins anew', async () => {
  await customerDraft.setValue(draftOf('contoso.com'));
  await openAt(`${places.newCustomer}?tenant=fabrikam.com`);
  await screen.findByText(/^Found: tenant/, {}, { timeout: 3000 });
  expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('');
});

test('another content gets another key', async () => {
  const fake = await openAt(places.newCustomer);
  fake.refusals.set('createInvitation', 'short_name_taken');
  await fillIn(contoso);
  fireEvent.click(await button('Next'));
  await waitFor(() => expect(screen.getByLabelText('Short name').getAttribute('aria-invalid')).toBe('true'));
  fake.refusals.clear();
  await fillIn({ 'Short name': 'contoso2' });
  fireEvent.click(await button('Next'));
  await screen.findByRole('heading', { name: 'How is the connection secured?' });
  const keys = fake.sent.flatMap(({ headers }) => headers.get('idempotency-key') ?? []);
  expect(new Set(keys).size).toBe(2);
});

test('what was typed is there again after a reload', async () => {
  await openAt(places.newCustomer);
  await fillIn(contoso);
  expect((await customerDraft.getValue())?.fullName).toBe('Contoso Ltd');
});

test('the tenant is looked up while it is typed, and what was found is shown', async () => {
  await openAt(`${places.newCustomer}?tenant=contoso.com`);
  expect(
    await screen.findByText('Found: tenant 6f1c2a90-4b7e-4d11-9a52-000000000077', {}, { timeout: 3000 }),
  ).toBeTruthy();
});

test('all five methods are named; those that cannot be carried out are off, with the reason beside them', async () => {
  await openAt(places.method(idOf('inv', 13)));
  const radios = await screen.findAllByRole<HTMLInputElement>('radio');
  expect(radios.map((radio) => [radio.labels?.[0]?.textContent, radio.disabled])).toEqual([
    ['Send link to IT administrator for authentication', false],
    ['Use M365admin account with known password', true],
    ['Use service account with known password', true],
    ['Use known App registration', true],
    ['Create New App Registration', true],
  ]);
  for (const radio of radios.filter(({ disabled }) => disabled))
    expect(document.getElementById(radio.getAttribute('aria-describedby')!)?.textContent).toMatch(
      /Off\.|Not in this version\./,
    );
});

test('Next records the method and leads to the start', async () => {
  const fake = await openAt(places.method(idOf('inv', 13)));
  fireEvent.click(await button('Next'));
  await screen.findByRole('heading', { name: 'Start the authentication' });
  expect(fake.callsOf('chooseMethod')).toBe(1);
});

test('“here” opens the start page in a tab of its own, with one ticket however often it is clicked', async () => {
  const fake = await openAt(places.start(idOf('inv', 12)));
  const here = await screen.findByRole('link', { name: 'here' });
  expect(here.parentElement?.textContent).toBe('Click here to start the authentication process');
  fireEvent.click(here);
  fireEvent.click(here);
  // The panel is opened in the moment of the press, before anything is asked of the server.
  expect(fake.asked).toEqual([`panel ${idOf('inv', 12)}`]);
  await waitFor(() => expect(fake.asked).toHaveLength(2));
  expect(fake.asked[1]).toMatch(/^tab https:\/\/latchkey\.northwindvoice\.example\/i#t\./);
  expect(fake.callsOf('makeStartTicket')).toBe(1);
});

test('the link is made on request only, and copied', async () => {
  const fake = await openAt(places.start(idOf('inv', 12)));
  const copy = await button('Copy link');
  expect(fake.callsOf('copyLink')).toBe(0);
  fireEvent.click(copy);
  expect(await screen.findByText('K7QM-3ZTR-V9XP-2HWD')).toBeTruthy();
  expect(fake.asked[0]).toMatch(/^copy https:/);
});
