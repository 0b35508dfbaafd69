import type { CustomerStanding } from '@latchkey/shared/api/customer-standings';
import type { VerdictChange } from '@latchkey/shared/api/history';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite } from '../testing/steps.ts';

let line: Line;
let connectionId: string;
beforeEach(async () => {
  line = await startLine({ settlingMinutes: 1 });
  const { id, link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  connectionId = (await line.store.read.connections.findByInvitation(id))!.id;
});
afterEach(() => line.stop());

const list = (query = '') =>
  line.call<{ items: CustomerStanding[]; next: string | null; total: number }>('GET', `/v1/customer-standings${query}`);
const history = (query = '') =>
  line.call<{ items: VerdictChange[]; next: string | null; flapping: boolean }>(
    'GET',
    `/v1/connections/${connectionId}/history${query}`,
  );
const validate = () => line.call('POST', `/v1/connections/${connectionId}/validate`);

test('the list says how each connection stands, and finds nobody of whom what is asked is not so', async () => {
  const { items, total } = (await list('?verdict=working&order=verdict')).body;
  expect([total, items.length]).toEqual([1, 1]);
  expect(items[0]).toMatchObject({ connectionId, verdict: { verdict: 'working', evidence: 'probe' } });
  expect(Object.keys(items[0]!)).not.toContain('account');
  expect((await list('?verdict=unknown&owner=provider')).body).toMatchObject({ items: [], total: 0 });
});

test.each(['?verdict=green', '?order=colour', '?before=x', '?before=cus_x%20a', '?checkedBefore=yesterday'])(
  '%s is refused',
  async (query) => {
    expect((await list(query)).body).toMatchObject({ code: 'request_invalid' });
  },
);

test('the file has a line for each customer, no account name, and is on record', async () => {
  const { status, body } = await line.call<{ fileName: string; csv: string }>('POST', '/v1/customer-standings/export', {
    filter: { verdict: 'working' },
  });
  expect(status).toBe(200);
  expect(body.fileName).toMatch(/^latchkey-customers-\d{4}-\d\d-\d\d\.csv$/);
  const [header, row, ...more] = parse(body.csv) as string[][];
  expect(header).toContain('Verdict');
  expect(row).toEqual(expect.arrayContaining([line.practice.situation.customer.name, 'Working', 'all_proved']));
  expect(more).toEqual([]);
  expect(body.csv).not.toContain(line.practice.admin.username);
  const lines = await line.store.read.audit.after(0, 100);
  expect(lines.at(-1)).toMatchObject({ action: 'customers.exported', details: { rows: 1, order: 'name' } });
});

test('history has a line for each change, with its proof, and none for the same once more', async () => {
  await validate();
  await validate();
  await line.fault({ revokeGrants: true });
  line.moveClock(2 * 60_000);
  await validate();
  await validate();
  const { items, next, flapping } = (await history()).body;
  expect(items.map(({ verdict }) => verdict)).toHaveLength(2);
  expect(items[1]).toMatchObject({ verdict: 'working', evidence: 'probe', owner: 'nobody' });
  expect(items[0]?.verdict).not.toBe('working');
  expect([next, flapping]).toEqual([null, false]);
  const earlier = (await history(`?before=${items[0]!.auditSequence}`)).body;
  expect(earlier.items).toEqual(items.slice(1));
});

test('stretches tell how it read, and that nothing is known from the time on when the last proof is too old', async () => {
  // A session ends before a proof does: whoever reads signs in anew.
  const read = async (call = line.call) =>
    (
      await call<{ stretches: { from: string; verdict: string }[]; readAt: string }>(
        'GET',
        `/v1/connections/${connectionId}/stretches`,
      )
    ).body;
  await validate();
  const [first, ...none] = (await read()).stretches;
  expect([first?.verdict, none]).toEqual(['working', []]);
  await line.pass(37 * 3_600_000);
  const later = await line.as('Operator');
  const { stretches, readAt } = await read(later);
  expect(stretches.map(({ verdict }) => verdict)).toEqual(['working', 'unknown']);
  expect(Date.parse(readAt) - Date.parse(stretches[1]!.from)).toBeLessThan(3_600_000 + 60_000);
  await later('POST', `/v1/connections/${connectionId}/validate`);
  expect((await read(later)).stretches.map(({ verdict }) => verdict)).toEqual(['working', 'unknown', 'working']);
  // What is long over is told no more, but for the last that was said before.
  await line.pass(200 * 24 * 3_600_000);
  const last = await line.as('Operator');
  expect((await read(last)).stretches.map(({ verdict }) => verdict)).toEqual(['working', 'unknown']);
  expect((await last('GET', `/v1/connections/con_${'0'.repeat(26)}/stretches`)).status).toBe(404);
});

test('the history of a connection that is not there is not found, and a place that is none is refused', async () => {
  expect((await line.call('GET', `/v1/connections/con_${'0'.repeat(26)}/history`)).status).toBe(404);
  expect((await history('?before=x')).status).toBe(422);
});
