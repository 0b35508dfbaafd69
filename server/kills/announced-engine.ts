import {
  ColumnNode,
  CompiledQuery,
  DeleteQueryNode,
  InsertQueryNode,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  UpdateQueryNode,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Engine } from '../src/storage/engine.ts';
import type { Tables } from '../src/storage/tables.ts';
import { reach } from './points.ts';

/** The database as it is, with a point before each commit and one after it: of a transaction, and of a statement alone. */
export function announcedEngine(engine: Engine): Engine {
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new AnnouncingDriver(engine.write),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return { ...engine, write: new Kysely<Tables>({ dialect }) };
}

/** Hands each statement to the real handle. Kysely lets one caller at a time to it, as to the real one. */
class AnnouncingDriver implements Driver {
  readonly #connection: AnnouncingConnection;

  constructor(real: Kysely<Tables>) {
    this.#connection = new AnnouncingConnection(real);
  }
  init = (): Promise<void> => Promise.resolve();
  acquireConnection = (): Promise<DatabaseConnection> => Promise.resolve(this.#connection);
  beginTransaction = (): Promise<void> => this.#connection.begin();
  commitTransaction = (): Promise<void> => this.#connection.commit();
  rollbackTransaction = (): Promise<void> => this.#connection.rollback();
  releaseConnection = (): Promise<void> => Promise.resolve();
  destroy = (): Promise<void> => Promise.resolve();
}

class AnnouncingConnection implements DatabaseConnection {
  readonly #real: Kysely<Tables>;
  /** What the transaction that is open has written; undefined outside of one. */
  #written: Set<string> | undefined;

  constructor(real: Kysely<Tables>) {
    this.#real = real;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const name = writeName(query);
    const run = () => this.#real.executeQuery<Row>(query as CompiledQuery<Row>);
    if (name === undefined) return run();
    if (this.#written === undefined) return announced(name, run);
    this.#written.add(name);
    return run();
  }

  // eslint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('nothing is streamed');
  }

  async begin(): Promise<void> {
    this.#written = new Set();
    await this.#say('begin');
  }

  async commit(): Promise<void> {
    const name = transactionName(this.#written ?? new Set());
    if (name === undefined) await this.#say('commit');
    else await announced(name, () => this.#say('commit'));
    this.#written = undefined;
  }

  async rollback(): Promise<void> {
    this.#written = undefined;
    await this.#say('rollback');
  }

  async #say(statement: string): Promise<void> {
    await this.#real.executeQuery(CompiledQuery.raw(statement));
  }
}

async function announced<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  await reach(`before the commit of ${name}`);
  const result = await run();
  await reach(`after the commit of ${name}`);
  return result;
}

/** A transaction is known by its lines in the trail, or else by all that it wrote. */
function transactionName(written: ReadonlySet<string>): string | undefined {
  const actions = [...written].filter((name) => !name.includes(' '));
  const names = actions.length > 0 ? actions : [...written];
  return names.length === 0 ? undefined : names.join(', ');
}

/** `insert into kv`, `update due of work`; a line of the trail by its action. Undefined for what only reads. */
function writeName({ query, sql, parameters }: CompiledQuery): string | undefined {
  const writes = InsertQueryNode.is(query) || UpdateQueryNode.is(query) || DeleteQueryNode.is(query);
  if (!writes) return undefined;
  const [, verb, table] = /^(insert into|update|delete from) "(\w+)"/.exec(sql) ?? [];
  // What is claimed and what is done are changes of one row; by two of its columns they are told apart.
  if (UpdateQueryNode.is(query)) return `update ${columnsOf(query).slice(0, 2).join(', ')} of ${table}`;
  if (table !== 'audit') return `${verb} ${table}`;
  const action = parameters.find((value) => typeof value === 'string' && /^[a-z_]+\.[a-z_]+$/.test(value));
  return String(action);
}

const columnsOf = ({ updates = [] }: UpdateQueryNode): readonly string[] =>
  updates.flatMap(({ column }) => (ColumnNode.is(column) ? [column.column.name] : []));
