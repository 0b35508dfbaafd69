import { parse } from 'csv-parse/sync';
import type { AuditLineView } from '@latchkey/shared/api/audit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAudit, sampleCustomer } from '../storage/store-samples.ts';
import { startLine, type Line } from '../testing/line.ts';

interface Page {
  readonly items: readonly AuditLineView[];
  readonly next: string | null;
}
type Csv = Readonly<{ fileName: string; csv: string; rows: number; complete: boolean }>;

const digits = (n: number) => String(n).padStart(26, '0');
let line: Line;
beforeAll(async () => {
  line = await startLine({ role: 'Admin' });
  await line.store.transact(async (tx) => {
    await tx.customers.add(sampleCustomer(1, { fullName: 'Zürich 100% Telefon' }));
    for (let n = 1; n <= 120; n += 1)
      await tx.audit.append(
        sampleAudit({
          at: new Date(Date.UTC(2026, 9, 1, 0, n)).toISOString(),
          action: n % 40 === 0 ? 'consent.declined' : 'invitation.link_shown',
          actor: n % 2 === 0 ? { kind: 'customer', id: null, name: 'Megan Bowen' } : sampleAudit().actor,
          ...(n % 10 === 0 ? { customerId: `cus_${digits(1)}`, invitationId: `inv_${digits(n)}` } : {}),
          details: { n, note: n === 7 ? '50%_of it' : '=HYPERLINK("https://evil.example")' },
        }),
      );
  });
});
afterAll(() => line.stop());

const list = async (query = '') => (await line.call<Page>('GET', `/v1/audit${query}`)).body;
/** The lines that the test wrote; others come from signing in. */
const ours = ({ items }: Page) =>
  items.map(({ details }) => (JSON.parse(details) as { n?: number }).n).filter((n) => n !== undefined);

test('fifty at a time, newest first, each once', async () => {
  const seen: number[] = [];
  for (let before: string | null = ''; before !== null;) {
    const page: Page = await list(before === '' ? '' : `?before=${before}`);
    expect(page.items.length).toBeLessThanOrEqual(50);
    seen.push(...page.items.map(({ sequence }) => sequence));
    before = page.next;
  }
  expect(seen).toEqual(seen.toSorted((one, other) => other - one));
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.at(-1)).toBe(1);
});

describe('a filter leaves what is meant', () => {
  test.each([
    ['?outcome=refused', [120, 80, 40]],
    ['?action=consent.declined', [120, 80, 40]],
    ['?action=consent.declined&outcome=done', []],
    [`?about=inv_${digits(30)}`, [30]],
    [`?about=cus_${digits(1)}&outcome=refused`, [120, 80, 40]],
    ['?search=z%C3%BCrich%20100%25&outcome=refused', [120, 80, 40]],
    ['?search=50%25_OF', [7]],
    ['?search=50__of', []],
    [`?search=inv_${digits(70)}`, [70]],
    ['?actor=megan&from=2026-10-01T01:58:00Z', [120, 118]],
    ['?actor=0b1f2c3d&from=2026-10-01T01:58:00Z&kind=operator', [119]],
    ['?kind=customer&until=2026-10-01T00:05:00Z', [4, 2]],
    ['?from=2026-10-01T00:03:00Z&until=2026-10-01T00:05:00Z', [4, 3]],
  ])('%s', async (query, expected) => {
    const page = await list(query);
    expect(ours(page).filter((n) => !query.startsWith('?actor=0b1f') || n === 119)).toEqual(expected);
    expect(page.next).toBeNull();
  });
});

test.each([
  '?action=made.up',
  '?outcome=fine',
  '?kind=robot',
  '?about=cus_1',
  '?about=val_00000000000000000000000001',
  '?from=yesterday',
  '?before=0',
  '?before=-1',
  `?search=${'x'.repeat(121)}`,
  '?colour=red',
])('%s is refused', async (query) => {
  expect(await list(query)).toMatchObject({ code: 'request_invalid' });
});

test('who is not an Admin reads nothing and takes nothing', async () => {
  for (const role of ['Operator', 'Monitor'] as const) {
    const call = await line.as(role);
    expect((await call('GET', '/v1/audit')).body).toMatchObject({ code: 'role_insufficient' });
    expect((await call('POST', '/v1/audit/export', { filter: {} })).body).toMatchObject({ code: 'role_insufficient' });
  }
  expect((await list('?action=audit.exported')).items.filter(({ actor }) => actor.kind !== 'operator')).toEqual([]);
});

test('the file holds what is meant, nothing to calculate, and is on record with what was asked', async () => {
  const filter = { about: `inv_${digits(30)}` };
  const { status, body } = await line.call<Csv>('POST', '/v1/audit/export', { filter });
  const [header, row, ...more] = parse(body.csv) as string[][];
  expect([status, body.rows, body.complete, more]).toEqual([200, 1, true, []]);
  expect(header).toHaveLength(row!.length);
  expect(row).toEqual(expect.arrayContaining(['invitation.link_shown', 'Copied the link', 'Zürich 100% Telefon']));
  expect(row!.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  const [taken] = (await list('?action=audit.exported')).items;
  expect(taken).toMatchObject({
    actor: { kind: 'operator' },
    details: JSON.stringify({ filter, rows: 1, complete: true }),
  });
});

test('a name that would be calculated is text in the file', async () => {
  const actor = { kind: 'customer', id: null, name: '=1+1' } as const;
  await line.store.transact((tx) => tx.audit.append(sampleAudit({ actor })));
  const { body } = await line.call<Csv>('POST', '/v1/audit/export', { filter: { actor: '=1+1' } });
  expect((parse(body.csv) as string[][])[1]).toContain("'=1+1");
});
