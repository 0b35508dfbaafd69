import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defineDriver, type Driver } from 'unstorage';
import memory from 'unstorage/drivers/memory';
import { openKeyValues, UnfitDriver } from './key-value.ts';
import { sqlDriver, sweepExpired } from './sql-driver.ts';
import { prepareMs, temporaryStores, type TemporaryStore } from './temporary-store.ts';

describe.each(Object.entries(temporaryStores))('key and value on %s', (_name, engine) => {
  beforeAll(() => engine.prepare(), prepareMs);
  let temporary: TemporaryStore;
  let at = 0;
  let driver: Driver;
  beforeEach(async () => {
    at = Date.parse('2026-11-02T09:00:00Z');
    temporary = await engine.open();
    driver = sqlDriver(temporary.engine, () => new Date(at));
  });
  afterEach(() => temporary.close());
  /** The conformance check waits for real, so it gets a clock that goes. */
  const opened = async () => {
    const [values] = [
      await openKeyValues(
        sqlDriver(temporary.engine, () => new Date(Date.now() - start + at)),
        0.001,
      ),
    ];
    return values;
  };
  const start = Date.now();

  test('a value lives as long as it was given, and is swept afterwards', async () => {
    const { sessions } = await opened();
    await sessions.set('one', { a: 1 }, 3_600);
    expect(await sessions.get('one')).toEqual({ a: 1 });
    at += 3_600_000;
    expect(await sessions.get('one')).toBeNull();
    await sweepExpired(temporary.engine, new Date(at + 120_000));
    expect(await temporary.engine.read.selectFrom('kv').selectAll().execute()).toEqual([]);
  });

  test('the last value stays, areas are apart, what is removed is gone', async () => {
    const { sessions, seen, cache } = await opened();
    await sessions.set('one', { a: 1 }, 60);
    await sessions.set('one', { a: 2 }, 60);
    await cache.set('one', { b: 1 }, 60);
    await cache.remove('one');
    expect([await sessions.get('one'), await seen.get('one'), await cache.get('one')]).toEqual([{ a: 2 }, null, null]);
  });

  test('batches are one statement each way', async () => {
    await driver.setItems?.(
      [
        { key: 'a:1', value: '"x"' },
        { key: 'a:2', value: '"y"', options: { ttl: 1 } },
      ],
      {},
    );
    await driver.setItems?.([], {});
    at += 2_000;
    expect(await driver.getItems?.([{ key: 'a:1' }, { key: 'a:2' }, { key: 'a:3' }])).toEqual([
      { key: 'a:1', value: '"x"' },
      { key: 'a:2', value: null },
      { key: 'a:3', value: null },
    ]);
    expect([await driver.getKeys('a:', {}), await driver.getKeys('b:', {}), await driver.hasItem('a:2', {})]).toEqual([
      ['a:1'],
      [],
      false,
    ]);
  });
});

const spoilt = (change: Partial<Driver>): Driver => {
  const good = memory();
  return defineDriver(() => ({ ...good, ...change }))(undefined);
};

test.each([
  ['ignores how long a value may live', memory()],
  ['does not delete', spoilt({ removeItem: () => undefined })],
  ['does not give back what it took', spoilt({ getItem: () => null })],
])('a driver that %s is refused', async (why, driver) => {
  const opening = openKeyValues(driver, 0.001);
  await expect(opening).rejects.toBeInstanceOf(UnfitDriver);
  await expect(opening).rejects.toThrow(why);
});
