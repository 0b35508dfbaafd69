import type { ImportCheck, ImportView } from '@latchkey/shared/api/invitation-imports';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createInvitationCreator, type CreatesInvitations } from '../invitations/create-invitation.ts';
import type { Store } from '../storage/store.ts';
import { startLine, type Line } from '../testing/line.ts';
import { createImportKeeper } from './import-keeper.ts';
import type { ImportItem } from './import-repository.ts';
import { createImportWorker } from './import-worker.ts';
import { createsOf, madeInvitation } from './open-imports.ts';
import { ok, err } from '@latchkey/shared/result';

let line: Line;
beforeEach(async () => {
  line = await startLine();
});
afterEach(() => line.stop());

const header = 'full_name,short_name,tenant,licence_type,licensed_users,reference';
const csvOf = (...rows: readonly string[]) => [header, ...rows].join('\r\n');
/** The practice tenant's own customer, by its domain. */
const real = () =>
  `${line.practice.situation.customer.name},real,${line.practice.situation.customer.domain},hosted-pro,25,=1+1`;
const nobody = 'Nobody Inc,nobody,nobody-knows-it.example,hosted-pro,25,';

const check = (csv: string) => line.call<ImportCheck>('POST', '/v1/invitation-imports/check', { csv });
const start = (csv: string) => line.call<ImportView & { code?: string }>('POST', '/v1/invitation-imports', { csv });
const cancel = (id: string) => line.call<ImportView & { code?: string }>('POST', `/v1/invitation-imports/${id}/cancel`);
const newest = async () =>
  (await line.call<{ imports: ImportView[] }>('GET', '/v1/invitation-imports')).body.imports[0];
const result = async (id: string) => {
  const { body } = await line.call<{ fileName: string; csv: string }>('GET', `/v1/invitation-imports/${id}/result`);
  return (parse(body.csv) as string[][]).slice(1);
};
const total = () => line.store.read.invitations.count('all');

/** A worker of our own, on the API's database. */
const workerOn = (store: Store, creator: CreatesInvitations, onFault: (error: unknown) => void = () => undefined) =>
  createImportWorker({
    kind: 'invitations',
    store,
    make: createsOf(creator),
    readMade: madeInvitation,
    imports: createImportKeeper({
      kind: 'invitations',
      store,
      viewOf: () => null,
      resultOf: () => ({ fileName: '', csv: '' }),
      now: line.now,
    }),
    onFault,
    now: line.now,
  });

test('a check creates nothing, and a list with a mistake is not begun', async () => {
  const csv = csvOf(real(), 'Litware,audit,litware.example,hosted-pro,501,');
  const { body } = await check(csv);
  expect(body.ready).toBe(1);
  expect(body.mistakes.map(({ row, column, mistake }) => [row, column, mistake])).toEqual([
    [3, 'short_name', 'short_name_reserved'],
    [3, 'licensed_users', 'licensed_users_range'],
  ]);
  expect((await start(csv)).body.code).toBe('import_has_mistakes');
  expect([await total(), await newest()]).toEqual([0, undefined]);
});

test('what was confirmed is created beside the answers: each row has its result, and nothing calculates in it', async () => {
  const { body, status } = await start([`${header},language`, `${real()},de`, `${nobody},`].join('\n'));
  expect([status, body.state, body.total, body.created]).toEqual([201, 'running', 2, 0]);
  expect(await total()).toBe(0);
  await line.runJob('imports');
  expect(await newest()).toMatchObject({ state: 'done', total: 2, created: 1, refused: 1 });
  const [one, other] = await result(body.id);
  const [invitation] = await line.store.read.invitations.list({ which: 'all', before: null, limit: 5 });
  expect(one).toEqual(['2', expect.any(String), 'real', expect.any(String), 'Created', '', invitation?.id]);
  expect(other?.slice(4)).toEqual(['Not created', expect.stringContaining('Microsoft knows no tenant'), '']);
  expect(invitation).toMatchObject({ status: 'draft', method: null, reference: '=1+1' });
  expect((await line.store.read.customers.find(invitation!.customerId))?.language).toBe('de');
  const actions = (await line.store.read.audit.after(0, 100)).map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['invitation_import.started', 'invitation_import.finished']));
});

test('what the database knows already is told with its row: a short name that is taken, a pending customer', async () => {
  await start(csvOf(real()));
  await line.runJob('imports');
  const { mistakes } = (await check(csvOf(nobody.replace(',nobody,', ',REAL,'), real().replace(',real,', ',real2,'))))
    .body;
  expect(mistakes.map(({ row, column, mistake }) => [row, column, mistake])).toEqual([
    [2, 'short_name', 'short_name_taken'],
    [3, 'tenant', 'customer_has_invitation'],
  ]);
});

/** The API's own service, which finds the tenant as soon as `found` lets it. */
const creatorThat = (found: () => Promise<void> = () => Promise.resolve()): CreatesInvitations =>
  createInvitationCreator({
    store: line.store,
    tenants: {
      find: async () => {
        await found();
        return ok({ tenantId: line.practice.situation.customer.tenantId, upstream: [] });
      },
    },
    cloudKey: 'practice',
    language: 'en',
    invitationDays: 14,
    now: line.now,
  });

/** Creates as the worker asks, and dies before it can say what became of the row. */
const dieAfterTheCommit = (): Promise<readonly string[]> =>
  dieAt({ importItems: { ...line.store.importItems, done: () => Promise.reject(new Error('killed')) } }, creatorThat());
/** Dies before anything is kept. */
const dieBeforeTheCommit = () => dieAt({}, { create: () => Promise.reject(new Error('killed')) });

async function dieAt(dying: Partial<Store>, creator: CreatesInvitations): Promise<readonly string[]> {
  const faults: string[] = [];
  const worker = workerOn({ ...line.store, ...dying }, creator, (error) => void faults.push(String(error)));
  await worker.work(new AbortController().signal);
  return faults;
}

test('a row whose process died after its commit is not created twice, and reads as created', async () => {
  const { body } = await start(csvOf(real()));
  expect([await dieAfterTheCommit(), await total(), (await newest())?.state]).toEqual([
    ['Error: killed'],
    1,
    'running',
  ]);
  await line.runJob('imports');
  expect((await newest())?.state).toBe('running');
  line.moveClock(61_000);
  await line.runJob('imports');
  expect(await newest()).toMatchObject({ id: body.id, state: 'done', created: 1, refused: 0 });
  expect(await total()).toBe(1);
});

test('a row whose process died before its commit is told as nothing, and created by whoever comes next', async () => {
  const { id } = (await start(csvOf(real()))).body;
  expect([await dieBeforeTheCommit(), await total()]).toEqual([['Error: killed'], 0]);
  expect(await newest()).toMatchObject({ state: 'running', created: 0, refused: 0 });
  line.moveClock(61_000);
  await line.runJob('imports');
  expect(await newest()).toMatchObject({ state: 'done', created: 1, refused: 0 });
  const [invitation] = await line.store.read.invitations.list({ which: 'all', before: null, limit: 5 });
  expect((await result(id))[0]?.slice(4)).toEqual(['Created', '', invitation?.id]);
});

test('a row that was created when its process died reads as created although its list was cancelled then', async () => {
  const { id } = (await start(csvOf(real()))).body;
  expect(await dieAfterTheCommit()).toHaveLength(1);
  expect((await cancel(id)).body).toMatchObject({ state: 'cancelled', created: 0 });
  expect((await result(id))[0]?.[4], 'nobody knows yet').toBe('Waiting');
  line.moveClock(61_000);
  await line.runJob('imports');
  expect(await newest()).toMatchObject({ state: 'cancelled', created: 1, refused: 0 });
  expect((await result(id))[0]?.[4]).toBe('Created');
  expect(await total()).toBe(1);
});

/** Somebody stalls at a row for longer than the lease, and its list is cancelled meanwhile. */
async function stalledAt(id: string, thenDo: () => Promise<void>): Promise<void> {
  await workerOn(
    line.store,
    creatorThat(async () => {
      await cancel(id);
      line.moveClock(61_000);
      await thenDo();
    }),
  ).work(new AbortController().signal);
}

test('a row that was created by who stalled for longer than the lease reads as created, though another had dropped it', async () => {
  const { id } = (await start(csvOf(real()))).body;
  await stalledAt(id, async () => {
    await line.runJob('imports');
    expect((await result(id))[0]?.[4], 'dropped by the other').toBe('Not created: cancelled');
  });
  expect((await result(id))[0]?.[4]).toBe('Created');
  expect([await total(), await newest()]).toMatchObject([1, { state: 'cancelled', created: 1, refused: 0 }]);
});

test('a row that is created while another is about to drop it reads as created', async () => {
  const { id } = (await start(csvOf(real()))).body;
  const faults: unknown[] = [];
  let created = (): void => undefined;
  const isCreated = new Promise<void>((resolve) => (created = resolve));
  let dropping: Promise<void> | undefined;
  await stalledAt(id, async () => {
    const aboutToDrop = new Promise<void>((resolve) => {
      const importItems = {
        ...line.store.importItems,
        drop: async (item: ImportItem) => {
          resolve();
          await isCreated;
          return line.store.importItems.drop(item);
        },
      };
      const other = workerOn({ ...line.store, importItems }, creatorThat(), (error) => void faults.push(error));
      dropping = other.work(new AbortController().signal);
    });
    await aboutToDrop;
  });
  created();
  await dropping;
  expect([faults, (await result(id))[0]?.[4], await total()]).toEqual([[], 'Created', 1]);
});

test('a row that was begun and not created when its list was cancelled stays so', async () => {
  const { id } = (await start(csvOf(real()))).body;
  expect(await dieBeforeTheCommit()).toHaveLength(1);
  await cancel(id);
  line.moveClock(61_000);
  await line.runJob('imports');
  line.moveClock(61_000);
  await line.runJob('imports');
  expect([await total(), (await result(id))[0]?.[4]]).toEqual([0, 'Not created: cancelled']);
  expect(await newest()).toMatchObject({ state: 'cancelled', created: 0, refused: 0 });
});

test('silence of Microsoft puts a row off, and says nothing about it', async () => {
  await start(csvOf(real()));
  const silent = { create: async () => err('microsoft_throttled' as const) };
  const worker = workerOn(line.store, silent);
  await worker.work(new AbortController().signal);
  expect(await newest()).toMatchObject({ state: 'running', created: 0, refused: 0 });
  line.moveClock(6_000);
  await line.runJob('imports');
  expect(await newest()).toMatchObject({ state: 'done', created: 1 });
});

test('what is cancelled creates nothing more, and cannot be cancelled again', async () => {
  const { id } = (await start(csvOf(real()))).body;
  expect((await cancel(id)).body.state).toBe('cancelled');
  await line.runJob('imports');
  expect([await total(), (await cancel(id)).body.code]).toEqual([0, 'import_over']);
  expect((await result(id))[0]?.[4]).toBe('Not created: cancelled');
  expect((await line.call('GET', `/v1/invitation-imports/imp_${'0'.repeat(26)}/result`)).status).toBe(404);
});

test('a list may be longer than any other body, and has an end as well', async () => {
  const padding = 'x'.repeat(70 * 1024);
  const rows = Array.from({ length: 700 }, (_, n) => `${'x'.repeat(110)},name${n},name${n}.example,hosted-pro,25,`);
  expect((await check(csvOf(...rows))).body).toEqual({ ready: 700, mistakes: [] });
  expect((await check('x'.repeat(600 * 1024))).status).toBe(413);
  expect((await line.call('POST', '/v1/invitations', { tenant: padding })).status).toBe(413);
});

test('a Monitor may neither check nor begin one', async () => {
  const call = await line.as('Monitor');
  expect((await call('POST', '/v1/invitation-imports/check', { csv: header })).status).toBe(403);
  expect((await call('POST', '/v1/invitation-imports', { csv: header })).status).toBe(403);
});
