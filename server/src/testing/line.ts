import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import { CloudsFile } from '@latchkey/shared/clouds/cloud';
import { start as startPractice, type Started } from '../../sandbox/testing/started.ts';
import { createApp, type App } from '../app.ts';
import { createDomain } from '../domain.ts';
import { createLog } from '../log/log.ts';
import { makeTemporaryKeys } from '../sealing/temporary-keys.ts';
import { Secret } from '../sealing/secret.ts';
import { openKeyValues } from '../storage/key-value.ts';
import type { Engine } from '../storage/engine.ts';
import { sqlDriver } from '../storage/sql-driver.ts';
import { createStore } from '../storage/sql-store.ts';
import { openSqlite } from '../storage/sqlite.ts';
import type { Store } from '../storage/store.ts';
import { openTemporaryStore } from '../storage/temporary-store.ts';
import { openAdminBrowser, type AdminBrowser } from './admin-browser.ts';

const publicUrl = 'http://127.0.0.1:8787';
const enough = { address: 1e6, signIn: 1e6, opening: 1e6, operator: 1e6, guideCheck: 1e6 };

/** One answer of the API, read. */
export interface Answered<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
}

/** Calls the API with a session. */
export type Caller = <Body = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<Answered<Body>>;

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
  /** A browser with nothing in it. */
  browse(): AdminBrowser;
  /** Calls the API as an operator. */
  readonly call: Caller;
  /** Signs another operator in, and gives their way of calling. */
  as(role: OperatorRole): Promise<Caller>;
  /** Ends this server, and starts another on the same database, the same keys, and the secret that its file holds now. */
  restart(): Promise<void>;
  /** What the situation says of the time after the consent becomes true; both clocks move as far. */
  afterwards(): Promise<void>;
  /** Time goes by on both sides. */
  pass(ms: number): Promise<void>;
  /** Does now what otherwise runs on its own beat. */
  runJob(kind: 'settle' | 'expire' | 'visits' | 'passwords' | 'bulk' | 'nightly' | 'nightly-start'): Promise<void>;
  /** Once somebody wanted a lease that somebody else has: they wait. */
  leaseRefused(): Promise<void>;
  /** Calls another instance of the server, on the same database. */
  another(): Promise<Caller>;
  /** Tells the practice tenant to go wrong. */
  fault(faults: object): Promise<void>;
  /** What Microsoft's side has seen. */
  requests(): Promise<readonly RequestThere[]>;
  stop(): Promise<void>;
}

export interface LineOptions {
  readonly situation?: string;
  readonly lie?: 'no-grants' | 'wrong-tenant' | 'old-token' | 'redirect-only';
  readonly role?: OperatorRole;
  readonly settlingMinutes?: number;
  readonly nightly?: string;
  /** The day on which the consent app's secret ends. */
  readonly secretExpires?: string;
  /** Stands between the server and the practice tenant. */
  readonly fetch?: typeof globalThis.fetch;
}

export async function startLine(options: LineOptions = {}): Promise<Line> {
  const lie = options.lie === undefined ? [] : ['--lie', options.lie];
  const practice = await startPractice('--situation', options.situation ?? 'contoso-happy', ...lie);
  let temporary = await openTemporaryStore();
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
    return { app, jobs };
  };
  const open = () => openOn(temporary.engine, temporary.store);
  let server = await open();
  const session = await openSession(server.app, practice, options.role ?? 'Operator');
  const oracle = async (path: string, body: object = {}) => {
    const done = await fetch(`${practice.oracle}${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!done.ok) throw new Error(await done.text());
    return done.json();
  };
  const others: Engine[] = [];
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
    browse: () => openAdminBrowser(server.app, practice.browse()),
    call: (method, path, body) => callerFor(server.app, session)(method, path, body),
    as: async (role) => callerFor(server.app, await openSession(server.app, practice, role)),
    leaseRefused: () => refused.promise,
    async another() {
      const engine = openSqlite(join(temporary.folder, 'latchkey.db'));
      others.push(engine);
      const second = await openOn(
        engine,
        tellingOfLeases(createStore(engine), () => refused.resolve()),
      );
      return callerFor(second.app, session);
    },
    async restart() {
      temporary = await temporary.reopen();
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

const callerFor =
  (app: App, session: string): Caller =>
  async <Body>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => {
    const headers = {
      authorization: `Bearer ${session}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': randomBytes(16).toString('hex'),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await app.http.request(path, { method, headers, ...sent });
    return { status: response.status, body: (response.status === 204 ? {} : await response.json()) as Body };
  };

function configurationFor(practice: Started, options: LineOptions): Parameters<typeof createApp>[0]['configuration'] {
  const { clouds } = CloudsFile.parse(JSON.parse(readFileSync(practice.cloudsFile, 'utf8')));
  const { api, extension, consent } = practice.situation.registrations;
  return {
    listen: { host: '127.0.0.1', port: 0 },
    publicUrl,
    dataFolder: '',
    keyRingFile: '',
    cloud: clouds[0]!,
    providerName: 'Northwind Voice',
    providerConsole: null,
    operatorTenants: [practice.situation.provider.tenantId],
    apiClientId: api.clientId,
    extensionClientId: extension.clientId,
    extensionOrigins: [],
    consentClientId: consent.clientId,
    consentSecret: new Secret(readFileSync(consent.secretFile, 'utf8').trim()),
    consentSecretExpires: options.secretExpires ?? null,
    invitationDays: 14,
    settlingMinutes: options.settlingMinutes ?? 15,
    nightly: options.nightly ?? null,
    trustedHops: 0,
    logLevel: 'debug',
  };
}

/** Signs an operator in as the extension does: at Microsoft, then with us. */
async function openSession(app: App, practice: Started, role: string): Promise<string> {
  const { provider, registrations } = practice.situation;
  const operator = provider.operators.find(({ roles }) => roles.includes(role))!;
  const redirectUri = registrations.extension.redirectUris[0]!;
  const verifier = randomBytes(32).toString('base64url');
  const scope = `openid profile ${registrations.api.scope}`;
  const query = new URLSearchParams({
    client_id: registrations.extension.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state: 'operator-state',
    nonce: 'operator-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    response_mode: 'query',
  });
  const browser = openAdminBrowser(app, practice.browse());
  const tenant = provider.tenantId;
  const shown = await browser.atMicrosoft(`/${tenant}/oauth2/v2.0/authorize?${query.toString()}`, operator, 'approves');
  if (shown.left === undefined) throw new Error(`the operator was not let in: ${shown.text}`);
  const redeemed = await fetch(`${practice.login}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { origin: new URL(redirectUri).origin },
    body: new URLSearchParams({
      client_id: registrations.extension.clientId,
      grant_type: 'authorization_code',
      code: shown.left.searchParams.get('code')!,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      scope,
    }),
  });
  const { access_token: token } = (await redeemed.json()) as { access_token: string };
  const opened = await app.http.request('/v1/session', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  if (opened.status !== 201) throw new Error(`no session: ${await opened.text()}`);
  return ((await opened.json()) as { session: string }).session;
}
