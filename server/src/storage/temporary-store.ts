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
  return openIn(folder, onCommitted);
}

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'latchkey-store-'));
const fileIn = (folder: string): string => join(folder, 'latchkey.db');

/** A migrated database as bytes: to make one takes ten times as long as to write one down, and some files want a hundred. */
let empty: Promise<Buffer> | undefined;

async function makeEmpty(): Promise<Buffer> {
  const folder = temporaryFolder();
  const { engine } = await openIn(folder);
  await engine.close();
  const bytes = readFileSync(fileIn(folder));
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

async function openIn(folder: string, onCommitted?: () => void): Promise<TemporaryFile> {
  const engine = openSqlite(fileIn(folder));
  await migrate(engine);
  return {
    engine,
    store: createStore(engine, onCommitted),
    folder,
    reopen: async () => {
      await engine.close();
      return openIn(folder, onCommitted);
    },
    close: async () => {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One Postgres for a whole test file: it takes seconds to start, and no time to be emptied. */
let postgres: PGlite | undefined;

/** Starts it. Called before the first test, so that no test has to wait that long. */
async function startPostgres(): Promise<PGlite> {
  postgres ??= new PGlite();
  await postgres.waitReady;
  return postgres;
}

/** The same over Postgres, in this process. One at a time in a test file. */
async function openTemporaryPostgres(onCommitted?: () => void): Promise<TemporaryStore> {
  const database = await startPostgres();
  await database.exec('drop schema public cascade; create schema public;');
  const engine = openPostgres(new PGliteDialect({ pglite: database }));
  await migrate(engine);
  return { engine, store: createStore(engine, onCommitted), folder: '', close: () => Promise.resolve() };
}

/** Both engines by name: what every contract runs over. */
export const temporaryStores = {
  sqlite: { prepare: () => Promise.resolve(), open: openTemporaryStore },
  postgres: { prepare: startPostgres, open: openTemporaryPostgres },
} as const;

/** How long `prepare` may take on a busy machine. */
export const prepareMs = 60_000;
