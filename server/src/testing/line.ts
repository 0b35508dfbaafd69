import { join } from 'node:path';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import { start as startPractice, type Started } from '../../sandbox/testing/started.ts';
import { createApp, type App } from '../app.ts';
import { createDomain } from '../domain.ts';
import { listen, type Listening } from '../http/listen.ts';
import { createLog } from '../log/log.ts';
import { makeTemporaryKeys } from '../sealing/temporary-keys.ts';
import { openKeyValues } from '../storage/key-value.ts';
import type { Engine } from '../storage/engine.ts';
import { sqlDriver } from '../storage/sql-driver.ts';
import { createStore } from '../storage/sql-store.ts';
import { openSqlite } from '../storage/sqlite.ts';
import type { Store } from '../storage/store.ts';
import { temporaryStores, type TemporaryStore } from '../storage/temporary-store.ts';
import { openAdminBrowser, type AdminBrowser, type Send } from './admin-browser.ts';
import { callerFor, type Caller } from './caller.ts';
import { configurationFor } from './line-configuration.ts';
import { openSession, signIn } from './operator-session.ts';

const enough = { address: 1e6, signIn: 1e6, opening: 1e6, operator: 1e6, guideCheck: 1e6, testMail: 1e6 };

/** One request at Microsoft's side. */
export interface RequestThere {
  readonly path: string;
  readonly requestId: string;
  readonly grantType?: string;
  /** The reads inside a batch. */
  readonly batch?: readonly unknown[];
}

/** The whole server in this process, against a practice tenant with its sockets. */
export interface Line {
  readonly app: App;
  readonly store: Store;
  readonly practice: Started;
  /** The folder of the database. */
  readonly folder: string;
  /** Everything that was logged so far. */
  logged(): string;
  /** The server's clock. */
  now(): Date;
  /** Moves it; the practice tenant's stays. */
  moveClock(ms: number): void;
  /** Sets it right again. */
  resetClock(): void;
  /** A browser with nothing in it. */
  browse(): AdminBrowser;
  /** One call as it is, without a session or a cookie. */
  readonly send: Send;
  /** Calls the API as an operator. */
  readonly call: Caller;
  /** One call as it is, with the operator's session. */
  signed(
    method: string,
    path: string,
    what?: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
  ): Promise<Response>;
  /** Signs an operator in, and gives what came back. */
  signIn(role: OperatorRole): Promise<Response>;
  /** Signs another operator in, and gives their way of calling. */
  as(role: OperatorRole): Promise<Caller>;
  /** Ends this server, and starts another on the same database, the same keys, and the secret that its file holds now. */
  restart(): Promise<void>;
  /** What the situation says of the time after the consent becomes true; both clocks move as far. */
  afterwards(): Promise<void>;
  /** Time goes by on both sides. */
  pass(ms: number): Promise<void>;
  /** Does now what otherwise runs on its own beat. */
  runJob(
    kind:
      | 'settle'
      | 'alert-mails'
      | 'invitation-mails'
      | 'remind'
      | 'approval'
      | 'expire'
      | 'visits'
      | 'passwords'
      | 'bulk'
      | 'imports'
      | 'adoptions'
      | 'nightly'
      | 'nightly-start',
  ): Promise<void>;
  /** Once somebody wanted a lease that somebody else has: they wait. */
  leaseRefused(): Promise<void>;
  /** Calls another instance of the server, on the same database. */
  another(): Promise<Caller>;
  /** The addresses of two instances of the server, on the same database, behind their sockets. */
  instances(): Promise<readonly [string, string]>;
  /** Tells the practice tenant to go wrong. */
  fault(faults: object): Promise<void>;
  /** What Microsoft's side has seen. */
  requests(): Promise<readonly RequestThere[]>;
  stop(): Promise<void>;
}

export interface LineOptions {
  readonly situation?: string;
  /** A file where nothing is said; the other cannot be opened again. */
  readonly engine?: keyof typeof temporaryStores;
  readonly lie?: 'no-grants' | 'wrong-tenant' | 'old-token' | 'redirect-only';
  readonly role?: OperatorRole;
  readonly settlingMinutes?: number;
  readonly nightly?: string;
  /** The extensions that the deployment names; none where nothing is said. */
  readonly extensionOrigins?: readonly string[];
  /** The day on which the consent app's secret ends. */
  readonly secretExpires?: string;
  /** Stands between the server and the practice tenant. */
  readonly fetch?: typeof globalThis.fetch;
  /** Whether every call goes over a socket, as a browser's does. */
  readonly overSockets?: boolean;
}

export async function startLine(options: LineOptions = {}): Promise<Line> {
  const lie = options.lie === undefined ? [] : ['--lie', options.lie];
  const practice = await startPractice('--situation', options.situation ?? 'contoso-happy', ...lie);
  let temporary: TemporaryStore = await temporaryStores[options.engine ?? 'sqlite'].open();
  const keys = makeTemporaryKeys();
  let moved = 0;
  const now = () => new Date(Date.now() + moved);
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const openOn = async (engine: Engine, store: Store) => {
    const keyValues = await openKeyValues(sqlDriver(engine, now), 0.01);
    const configuration = configurationFor(practice, options);
    const parts = {
      ...keys,
      configuration,
      log,
      now,
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    };
    const { jobs } = createDomain({ ...parts, store, cache: keyValues.cache });
    const app = createApp({ ...parts, openStore: () => store, keyValues, limits: enough });
    const sockets = options.overSockets === true ? await overSockets(app) : undefined;
    return { app, jobs, sockets };
  };
  const open = () => openOn(temporary.engine, temporary.store);
  let server = await open();
  const send: Send = (path, init) => server.app.http.request(path, init);
  const session = await openSession(send, practice, options.role ?? 'Operator');
  const oracle = async (path: string, body: object = {}) => {
    const done = await fetch(`${practice.oracle}${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!done.ok) throw new Error(await done.text());
    return done.json();
  };
  const others: Engine[] = [];
  const openAgain = (): Engine => {
    const engine = openSqlite(join(temporary.folder, 'latchkey.db'));
    others.push(engine);
    return engine;
  };
  const listening: Listening[] = [];
  const refused = Promise.withResolvers<void>();
  return {
    get app() {
      return server.app;
    },
    get store() {
      return temporary.store;
    },
    practice,
    folder: temporary.folder,
    logged: () => lines.join(''),
    now,
    moveClock: (ms) => void (moved += ms),
    resetClock: () => void (moved = 0),
    browse: () => openAdminBrowser(send, practice.browse()),
    send,
    call: callerFor(send, session),
    async signed(method, path, { headers, body } = {}) {
      const signedHeaders = { authorization: `Bearer ${session}`, ...headers };
      return send(path, { method, headers: signedHeaders, ...(body !== undefined && { body }) });
    },
    signIn: (role) => signIn(send, practice, role),
    as: async (role) => callerFor(send, await openSession(send, practice, role)),
    leaseRefused: () => refused.promise,
    async another() {
      const engine = openAgain();
      const second = await openOn(
        engine,
        tellingOfLeases(createStore(engine), () => refused.resolve()),
      );
      return callerFor((path, init) => second.app.http.request(path, init), session);
    },
    async instances() {
      const engine = openAgain();
      const second = await openOn(engine, createStore(engine));
      const at = { host: '127.0.0.1', port: 0 };
      const both = [await listen(server.app.http.fetch, at), await listen(second.app.http.fetch, at)] as const;
      listening.push(...both);
      return [`http://${both[0].address}`, `http://${both[1].address}`];
    },
    async restart() {
      await server.sockets?.stop();
      const reopened = await temporary.reopen?.();
      if (reopened === undefined) throw new Error('Only a file can be opened again.');
      temporary = reopened;
      server = await open();
    },
    async afterwards() {
      const { days } = (await oracle('/afterwards')) as { days: number };
      moved += days * 24 * 3_600_000;
    },
    async pass(ms) {
      moved += ms;
      await oracle('/faults', { moveClock: ms / 1000 });
    },
    async runJob(kind) {
      await server.jobs.find((job) => job.kind === kind)!.run(new AbortController().signal);
    },
    async fault(faults) {
      await oracle('/faults', faults);
    },
    requests: async () =>
      ((await (await fetch(`${practice.oracle}/requests`)).json()) as { requests: RequestThere[] }).requests,
    async stop() {
      await server.sockets?.stop();
      await Promise.all(listening.map((one) => one.stop()));
      await practice.stop();
      for (const engine of others) await engine.close();
      await temporary.close();
    },
  };
}

const tellingOfLeases = (store: Store, onRefused: () => void): Store => ({
  ...store,
  leases: {
    ...store.leases,
    acquire: async (lease) => {
      const acquired = await store.leases.acquire(lease);
      if (!acquired) onRefused();
      return acquired;
    },
  },
});

/** From here on every call to the application goes through a socket of this machine. */
async function overSockets(app: App): Promise<{ stop(): Promise<void> }> {
  const listening = await listen(app.http.fetch, { host: '127.0.0.1', port: 0 });
  app.http.request = (path, init) =>
    fetch(`http://${listening.address}${String(path)}`, { ...init, redirect: 'manual' });
  return listening;
}
