import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { createStore } from './sql-store.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** A store for one test: empty, migrated, and gone without a trace after `close`. */
export interface TemporaryStore {
  readonly engine: Engine;
  readonly store: Store;
  /** The folder of the database file; empty where there is none. */
  readonly folder: string;
  /** Where it is a file: as the next process opens it. */
  reopen?(): Promise<TemporaryStore>;
  close(): Promise<void>;
}

/** One in a file: it can be closed as a process closes it that ends, and opened again by the next. */
interface TemporaryFile extends TemporaryStore {
  reopen(): Promise<TemporaryFile>;
}

/** An embedded store in a folder of its own. */
export async function openTemporaryStore(onCommitted?: () => void): Promise<TemporaryFile> {
  empty ??= makeEmpty();
  const bytes = await empty;
  const folder = temporaryFolder();
  writeFileSync(fileIn(folder), bytes);
  return openMigrated(folder, onCommitted);
}

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'latchkey-store-'));
const fileIn = (folder: string): string => join(folder, 'latchkey.db');

/** A migrated database as bytes: to make one takes ten times as long as to write one down, and some files want a hundred. */
let empty: Promise<Buffer> | undefined;

async function makeEmpty(): Promise<Buffer> {
  const folder = temporaryFolder();
  const { engine } = await openAgain(folder);
  await engine.close();
  const bytes = readFileSync(fileIn(folder));
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

/** As the next process opens it. */
async function openAgain(folder: string, onCommitted?: () => void): Promise<TemporaryFile> {
  const file = openMigrated(folder, onCommitted);
  await migrate(file.engine);
  return file;
}

/** One that is known to be migrated: to look for that again takes as long as all the rest of opening it. */
function openMigrated(folder: string, onCommitted?: () => void): TemporaryFile {
  const engine = openSqlite(fileIn(folder));
  return {
    engine,
    store: createStore(engine, onCommitted),
    folder,
    reopen: async () => {
      await engine.close();
      return openAgain(folder, onCommitted);
    },
    close: async () => {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One Postgres for all tests of a process: it takes seconds to start and half a second to migrate, and no time to be emptied. */
let postgres: PGlite | undefined;
/** What stood in it when it was migrated and nothing more. */
let migrated: string | undefined;

/** Starts it. Called before the first test, so that no test has to wait that long. */
async function startPostgres(): Promise<PGlite> {
  postgres ??= new PGlite();
  await postgres.waitReady;
  return postgres;
}

/** The same over Postgres, in this process. One at a time in a test file. */
async function openTemporaryPostgres(onCommitted?: () => void): Promise<TemporaryStore> {
  const database = await startPostgres();
  const engine = openPostgres(new PGliteDialect({ pglite: database }));
  if (migrated === undefined || migrated !== (await shapeOf(database))) {
    await database.exec('drop schema if exists kept cascade; drop schema public cascade; create schema public;');
    await migrate(engine);
    await database.exec(kept);
    migrated = await shapeOf(database);
  } else await database.exec(emptied);
  return { engine, store: createStore(engine, onCommitted), folder: '', close: () => Promise.resolve() };
}

const tables = `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely_%'`;

/** The rows that migrations bring along, beside them. */
const kept = `create schema kept; do $$ declare one record; begin
  for one in ${tables} loop execute format('create table kept.%1$I as table public.%1$I', one.name); end loop;
end $$`;

/**
 * As migrations left it. A replica's session fires no triggers: not those that hold the audit together, nor those of foreign keys, so
 * that the order of the tables does not matter.
 * https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-SESSION-REPLICATION-ROLE
 */
const emptied = `do $$ declare one record; begin
  set session_replication_role = replica;
  for one in ${tables} loop
    execute format('delete from public.%1$I', one.name);
    execute format('insert into public.%1$I overriding system value table kept.%1$I', one.name);
  end loop;
  for one in select oid::regclass as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace loop
    perform setval(one.name, 1, false);
  end loop;
  set session_replication_role = origin;
end $$`;

/** Tables, columns, indexes, constraints, triggers and rows: a test that has changed any of them leaves another shape. */
async function shapeOf(database: PGlite): Promise<string> {
  const { rows } = await database
    .query(`
    select attrelid::regclass::text as of, attname as name, atttypid::text as what, attnotnull::text as more
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and attnum > 0
    union all select conrelid::regclass::text, conname, contype::text, pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select tgrelid::regclass::text, tgname, tgenabled::text, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select '', name, timestamp, '' from kysely_migration
    order by 1, 2, 3, 4`)
    .catch(() => ({ rows: [] }));
  return JSON.stringify(rows);
}

/** Both engines by name: what every contract runs over. */
export const temporaryStores = {
  sqlite: { prepare: () => Promise.resolve(), open: openTemporaryStore },
  postgres: { prepare: startPostgres, open: openTemporaryPostgres },
} as const;

/** How long `prepare` may take on a busy machine. */
export const prepareMs = 60_000;
