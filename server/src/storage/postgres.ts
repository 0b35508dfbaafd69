import { Kysely, type Dialect } from 'kysely';
import type { Engine } from './engine.ts';
import { StorageUnavailable } from './store.ts';
import type { Tables } from './tables.ts';

/** A Postgres behind any dialect of Kysely's that speaks to one. 64-bit integers must come back as numbers. */
export function openPostgres(dialect: Dialect): Engine {
  const db = new Kysely<Tables>({ dialect });
  return { kind: 'postgres', write: db, read: db, translate, close: () => db.destroy() };
}

/** Classes of SQLSTATE: connection, resources, operator intervention, system; and a read-only server. */
const unavailable = /^(?:08|53|57|58)...$|^25006$/;

function translate(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  return unavailable.test(error.code) ? new StorageUnavailable(error.message, { cause: error }) : error;
}
