import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Acknowledged, Promised } from './acknowledged.ts';

/** Whoever has just been started again is putting the database in order: that is waited for. */
const patienceMs = 30_000;

/** Reads the database of a process that is dead, or that has ended. */
export function withDatabase<Result>(folder: string, read: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(join(folder, 'latchkey.db'), { readOnly: true, timeout: patienceMs });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/** Each acknowledged call of which something that was promised is not there; and a database that is not whole. It knows nothing but the client's log and the database. */
export function findLost(folder: string, acknowledged: readonly Acknowledged[]): readonly string[] {
  if (!existsSync(join(folder, 'latchkey.db'))) return acknowledged.map(({ call }) => `${call}: no database`);
  return withDatabase(folder, (database) => {
    const broken = ['integrity_check', 'foreign_key_check'].flatMap((pragma) => {
      const rows = database.prepare(`pragma ${pragma}`).all();
      return rows.every((row) => row['integrity_check'] === 'ok') ? [] : [`pragma ${pragma}: ${JSON.stringify(rows)}`];
    });
    const lost = acknowledged.flatMap(({ phase, call, promised }) => {
      const missing = promised.filter((one) => !isThere(database, one));
      const rows = missing.map(({ table, where }) => `${table} has no ${JSON.stringify(where)}`);
      return rows.length === 0 ? [] : [`${phase}: ${call} was acknowledged, and ${rows.join(', ')}`];
    });
    return [...broken, ...lost];
  });
}

function isThere(database: DatabaseSync, { table, where }: Promised): boolean {
  const conditions = Object.keys(where).map((column) => `"${column}" = ?`);
  return (
    database
      .prepare(`select 1 from "${table}" where ${conditions.join(' and ')} limit 1`)
      .get(...Object.values(where)) !== undefined
  );
}
