import { defineDriver, type Driver } from 'unstorage';
import type { Clock } from '../clock.ts';
import type { Engine } from './engine.ts';

/** An unstorage driver over our own database: with the time to live and the batches that the stock one lacks. */
export const sqlDriver = (engine: Engine, now: Clock): Driver => defineDriver(() => driverOver(engine, now))(undefined);

function driverOver({ read, write }: Engine, now: Clock): Driver {
  const living = () => {
    const at = now().getTime();
    return read
      .selectFrom('kv')
      .where((row) => row.or([row.eb('expires_at', 'is', null), row.eb('expires_at', '>', at)]));
  };
  const rowOf = (key: string, value: string, ttl: unknown) => ({
    key,
    value,
    expires_at: typeof ttl === 'number' ? now().getTime() + Math.round(ttl * 1000) : null,
  });
  const put = async (rows: readonly ReturnType<typeof rowOf>[]) => {
    if (rows.length === 0) return;
    await write
      .insertInto('kv')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((row) => ({
          value: row.ref('excluded.value'),
          expires_at: row.ref('excluded.expires_at'),
        })),
      )
      .execute();
  };
  return {
    name: 'latchkey-sql',
    flags: { ttl: true },
    hasItem: async (key) => (await living().select('key').where('key', '=', key).executeTakeFirst()) !== undefined,
    getItem: async (key) => (await living().select('value').where('key', '=', key).executeTakeFirst())?.value ?? null,
    getItems: async (items) => {
      const keys = items.map(({ key }) => key);
      const rows = keys.length === 0 ? [] : await living().select(['key', 'value']).where('key', 'in', keys).execute();
      const values = new Map(rows.map(({ key, value }) => [key, value]));
      return keys.map((key) => ({ key, value: values.get(key) ?? null }));
    },
    setItem: (key, value, options) => put([rowOf(key, value, options['ttl'])]),
    setItems: (items, common) =>
      put(items.map(({ key, value, options }) => rowOf(key, value, options?.['ttl'] ?? common?.['ttl']))),
    removeItem: async (key) => {
      await write.deleteFrom('kv').where('key', '=', key).execute();
    },
    getKeys: async (base) => {
      const upTo = `${base}\u{10ffff}`;
      const rows = await living().select('key').where('key', '>=', base).where('key', '<', upTo).execute();
      return rows.map(({ key }) => key);
    },
  };
}

/** Deletes what is over; what is not deleted is not given out either. */
export async function sweepExpired({ write }: Engine, now: Date): Promise<void> {
  await write.deleteFrom('kv').where('expires_at', '<=', now.getTime()).execute();
}
