import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import fc from 'fast-check';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import { addSample, sampleAudit, sampleCustomer } from './store-samples.ts';
import { createStore } from './sql-store.ts';
import { openTemporaryStore, prepareMs, temporaryStores, type TemporaryStore } from './temporary-store.ts';

describe.each(Object.entries(temporaryStores))('the database on %s', (_name, engine) => {
  beforeAll(() => engine.prepare(), prepareMs);
  let temporary: TemporaryStore;
  beforeEach(async () => {
    temporary = await engine.open();
    await temporary.store.transact((tx) => addSample(tx, 1));
  });
  afterEach(() => temporary.close());

  const run = (statement: string): Promise<unknown> => sql.raw(statement).execute(temporary.engine.write);

  test.each([
    `update audit set action = 'x'`,
    'update audit set seq = seq + 1',
    'delete from audit',
    'delete from audit where seq = 1',
  ])('refuses "%s"', async (statement) => {
    await expect(run(statement)).rejects.toThrow('append-only');
    expect(await temporary.store.read.audit.after(0, 10)).toHaveLength(1);
  });

  test('refuses a line with a sequence that stands already', async () => {
    await expect(
      run(`insert into audit (seq, at, action, actor_kind, details) values (1, '', '', '', '{}')`),
    ).rejects.toThrow();
  });

  test('refuses an invitation of a customer that is not there', async () => {
    const added = temporary.store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      await tx.shortNames.reserve('contoso', 'inv_nobody');
    });
    await expect(added).rejects.toThrow();
    expect(await temporary.store.read.audit.latestSequence()).toBe(1);
  });

  test('is brought to its version twice without a change', async () => {
    await migrate(temporary.engine);
    expect(await temporary.store.read.customers.count()).toBe(1);
  });

  test('gives text back as it took it, whatever it says', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter((value) => !value.includes('\0') && value.isWellFormed());
    let n = 1;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(text, fc.constantFrom(`'; drop table customers; --`, `" or 1=1`, '%_\\', '$1 ? :a @b')),
        async (fullName) => {
          n += 1;
          const customer = sampleCustomer(n, { fullName });
          await temporary.store.transact(async (tx) => {
            await tx.customers.add(customer);
            await tx.audit.append(sampleAudit({ details: { fullName } }));
          });
          expect((await temporary.store.read.customers.find(customer.id))?.fullName).toBe(fullName);
        },
      ),
      { numRuns: 60 },
    );
    expect(await temporary.store.read.customers.count()).toBe(n);
  });
});

describe('the embedded database', () => {
  let temporary: TemporaryStore;
  let second: Engine;
  beforeEach(async () => {
    temporary = await openTemporaryStore();
    second = openSqlite(join(temporary.folder, 'latchkey.db'));
  });
  afterEach(async () => {
    await second.close();
    await temporary.close();
  });

  test('keeps what was committed through a power cut: WAL, synchronous FULL, foreign keys', async () => {
    const pragma = async (name: string) =>
      (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(second.write)).rows[0];
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
  });

  test('of two handles that read first and then write, none is refused', async () => {
    const stores = [temporary.store, createStore(second)];
    await temporary.store.transact((tx) => addSample(tx, 1));
    const rename = (index: number) =>
      stores[index % 2]!.transact(async (tx) => {
        const customer = (await tx.customers.find(sampleCustomer(1).id))!;
        await tx.audit.append(sampleAudit());
        return tx.customers.replace({ ...customer, fullName: `Contoso ${index}` }, customer.version);
      });
    // One after the other within a handle, interleaved between the two.
    for (let turn = 0; turn < 40; turn += 2) {
      expect([await rename(turn), await rename(turn + 1)]).toEqual([true, true]);
    }
    expect((await temporary.store.read.customers.find(sampleCustomer(1).id))?.version).toBe(41);
  });

  test('readers see the last commit while a transaction is under way', async () => {
    await temporary.store.transact(async (tx) => {
      await addSample(tx, 1);
      expect(await temporary.store.read.customers.count()).toBe(0);
      expect(await tx.customers.count()).toBe(1);
    });
    expect(await temporary.store.read.customers.count()).toBe(1);
  });

  test('its data version changes when another handle has written', async () => {
    const before = temporary.engine.dataVersion?.();
    await createStore(second).transact((tx) => tx.audit.append(sampleAudit()));
    expect(temporary.engine.dataVersion?.()).not.toBe(before);
  });

  test('a migration that fails leaves nothing', async () => {
    const file = join(temporary.folder, 'other.db');
    const engine = openSqlite(file);
    await sql`create table kv (key text)`.execute(engine.write);
    await expect(migrate(engine)).rejects.toThrow();
    const { rows } = await sql<{ name: string }>`select name from sqlite_master where name = 'customers'`.execute(
      engine.write,
    );
    expect(rows).toEqual([]);
    await engine.close();
  });
});

describe('the lists of the embedded database', () => {
  test('are walks of an index, with nothing sorted and nothing scanned', async () => {
    const temporary = await openTemporaryStore();
    const planOf = async (statement: string) =>
      (await sql.raw<{ detail: string }>(`explain query plan ${statement}`).execute(temporary.engine.read)).rows
        .map(({ detail }) => detail)
        .join('; ');
    const page = `(created_at, id) < ('2026-11-02T09:00:00.000Z', 'inv_1') order by created_at desc, id desc limit 50`;
    const plans = [
      await planOf(`select * from invitations where pending = 1 and ${page}`),
      await planOf(`select * from invitations where ${page}`),
      await planOf(
        `select * from services where (added_at, id) < ('2026-11-02', 'svc_1') order by added_at desc, id desc limit 50`,
      ),
      await planOf(
        `select * from customers where (name_key, id) > ('contoso', 'cus_1') order by name_key, id limit 50`,
      ),
      await planOf('select max(seq) from audit'),
    ];
    for (const plan of plans)
      expect(plan).toMatch(/^SEARCH \w+(?: USING (?:INDEX|INTEGER PRIMARY KEY|COVERING INDEX).*)?$/);
    expect(plans.join()).not.toContain('TEMP B-TREE');
    await temporary.close();
  });
});
