import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { startClean } from '../testing/draw.tsx';
import { button, goTo, openAt } from '../testing/open-console.tsx';
import { auditChoiceAt, auditFault, auditFilterOf, auditPlace, noAuditChoice } from './audit-choice.ts';
import { settingsPlaces } from './settings-places.ts';

startClean();

const { place } = settingsPlaces.audit;
const admin = () => ({ state: { ...busyState(), role: 'Admin' as const } });
const asked = (fake: Awaited<ReturnType<typeof openAt>>) =>
  fake.sent.filter(({ path }) => path.startsWith('/v1/audit')).map(({ path }) => new URL(path, 'https://a').search);

test('lines are read fifty at a time, newest first, each in words and by its code', async () => {
  const fake = await openAt(place, admin());
  await screen.findByText('50 lines are shown.');
  const rows = document.querySelectorAll('tbody tr');
  expect(rows).toHaveLength(50);
  const [first, second] = rows;
  expect(first?.textContent).toContain('Turned a method on or off');
  expect(first?.textContent).toContain('policy.method_changed');
  expect(second?.textContent).toContain('Signed in to another tenant');
  fireEvent.click(await button('Show more'));
  await screen.findByText('62 lines are shown.');
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  expect(asked(fake)).toContain('?before=13');
});

test('what is chosen goes into the address and to the server, and Back takes it back', async () => {
  const fake = await openAt(place, admin());
  fireEvent.change(await screen.findByLabelText('Outcome'), { target: { value: 'refused' } });
  expect(location.hash).toBe(`${place}?outcome=refused`);
  goTo(location.hash);
  await screen.findByText('2 lines are shown.');
  expect(asked(fake).at(-1)).toBe('?outcome=refused');
  goTo(place);
  await screen.findByText('50 lines are shown.');
  expect((screen.getByLabelText('Outcome') as HTMLSelectElement).value).toBe('');
});

test('a line opens with everything that was kept, as it was kept', async () => {
  await openAt(`${place}?action=policy.method_changed`, admin());
  fireEvent.click(await button('Details of line 62'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(JSON.parse(dialog.getByText(/known-password/).textContent ?? '')).toEqual({
    method: 'known-password',
    from: false,
    to: true,
  });
  expect(dialog.getByText('req-62')).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('the file is taken once, by the same choice, and it is said how much is in it', async () => {
  const fake = await openAt(`${place}?kind=operator`, admin());
  fireEvent.click(await button('Download as CSV'));
  await screen.findByText('The file has 62 lines.');
  expect(fake.callsOf('exportAudit')).toBe(1);
  expect(fake.sent.find(({ path }) => path === '/v1/audit/export')?.body).toEqual({ filter: { kind: 'operator' } });
});

test.each(['Operator', 'Monitor'] as const)('a %s reads who sees it, and nothing is asked for', async (role) => {
  const fake = await openAt(place, { state: { ...busyState(), role } });
  expect(await screen.findByText(`You are signed in as ${role}.`, { exact: false })).toBeTruthy();
  expect(fake.callsOf('listAudit')).toBe(0);
  expect(screen.queryByRole('table')).toBeNull();
});

test.each([
  ['about=cus_1', 'This is no id of ours', 'about'],
  ['from=2026-11-03&until=2026-11-02', 'The first day lies after the last', 'dates'],
])('%s is told and not asked for', async (query, words, fault) => {
  expect(auditFault(auditChoiceAt(query))).toBe(fault);
  const fake = await openAt(`${place}?${query}`, admin());
  expect(await screen.findByText(words, { exact: false })).toBeTruthy();
  expect(fake.callsOf('listAudit')).toBe(0);
});

test('no such line, and no line at all, are told apart', async () => {
  await openAt(`${place}?search=nobody-wrote-this`, admin());
  expect(await screen.findByText('No such line')).toBeTruthy();
});

test('a choice survives the address; what nobody can choose does not', () => {
  const choice = {
    ...noAuditChoice,
    search: 'Zürich & %',
    about: idOf('inv', 3),
    from: '2026-11-02',
    kind: 'system',
  } as const;
  expect(auditChoiceAt(auditPlace(choice).split('?')[1] ?? '')).toEqual(choice);
  expect(auditChoiceAt('action=made.up&kind=robot&from=yesterday&outcome=fine')).toEqual(noAuditChoice);
});

test('days are the reader’s own, and the last one is included', () => {
  const { from, until } = auditFilterOf({ ...noAuditChoice, from: '2026-11-02', until: '2026-11-02' });
  expect(from).toBe(new Date(2026, 10, 2).toISOString());
  expect(until).toBe(new Date(2026, 10, 3).toISOString());
});
