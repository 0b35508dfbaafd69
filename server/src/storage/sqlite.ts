import { DatabaseSync, type StatementSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import type { Engine } from './engine.ts';
import { StorageUnavailable } from './store.ts';
import type { Tables } from './tables.ts';

const busyTimeoutMs = 5_000;
const mostStatements = 500;

/** Opens the embedded database: two handles on one file, so that readers never wait for the writer (WAL). */
export function openSqlite(file: string): Engine {
  const writer = guarded(() => openHandle(file));
  const reader = guarded(() => openHandle(file));
  const dataVersion = writer.prepare('pragma data_version');
  const write = new Kysely<Tables>({ dialect: new TransactionalSqliteDialect({ database: shim(writer) }) });
  const read = new Kysely<Tables>({ dialect: new TransactionalSqliteDialect({ database: shim(reader) }) });
  return {
    kind: 'sqlite',
    write,
    read,
    dataVersion: () => Number(guarded(() => dataVersion.get())?.['data_version']),
    translate,
    close: async () => {
      await Promise.all([write.destroy(), read.destroy()]);
      for (const handle of [reader, writer]) if (handle.isOpen) handle.close();
    },
  };
}

/** synchronous=FULL: what was acknowledged survives a power cut, not only a killed process. */
function openHandle(file: string): DatabaseSync {
  const handle = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  handle.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  return handle;
}

/** Kysely's own adapter says that SQLite cannot change tables in a transaction. It can. */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** node:sqlite in the shape that Kysely knows, with its statements kept. */
function shim(handle: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => handle.close(),
    prepare: (sql) => {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = guarded(() => fit(handle.prepare(writerFirst(sql))));
      if (statements.size >= mostStatements) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}

/** A plain `begin` that reads first and then writes fails at once when somebody else wrote in between, whatever the timeout. */
const writerFirst = (sql: string): string => (sql === 'begin' ? 'begin immediate' : sql);

function fit(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => guarded(() => statement.all(...values(parameters))),
    run: (parameters) => guarded(() => statement.run(...values(parameters))),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translate(error);
  }
}

/** Busy, locked, read-only, I/O fault, damaged, full, cannot open, protocol, not a database: none of them is the caller's fault. */
const unavailable = new Set([5, 6, 8, 10, 11, 13, 14, 15, 26]);

function translate(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  return unavailable.has(error.errcode & 255) ? new StorageUnavailable(error.message, { cause: error }) : error;
}
