import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import { createApp, type App, type Dependencies } from './app.ts';
import type { Configuration } from './config.ts';
import { createGuestKeeper } from './guests/guest-keeper.ts';
import type { Operator } from './http/call.ts';
import { createLog } from './log/log.ts';
import { createSessionKeeper } from './operators/session-keeper.ts';
import { Secret } from './sealing/secret.ts';
import { makeTemporaryKeys } from './sealing/temporary-keys.ts';
import { openKeyValues } from './storage/key-value.ts';
import { sqlDriver } from './storage/sql-driver.ts';
import { createStore } from './storage/sql-store.ts';
import type { Store } from './storage/store.ts';
import { openTemporaryStore, type TemporaryStore } from './storage/temporary-store.ts';

const tenant = '7c1a2b3c-0000-4000-8000-00000000a001';
export const temporaryOrigin = 'http://127.0.0.1:8787';
export const temporaryExtension = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

/** The configuration of tests; no Microsoft is reached unless `cloud` says where one is. */
export const temporaryConfiguration = (change: Partial<Configuration> = {}): Configuration => ({
  listen: { host: '127.0.0.1', port: 0 },
  publicUrl: temporaryOrigin,
  dataFolder: '',
  keyRingFile: '',
  cloud: microsoftClouds[0],
  providerName: 'Northwind Voice',
  providerConsole: null,
  operatorTenants: [tenant],
  apiClientId: '7c1a2b3c-0000-4000-8000-00000000b001',
  extensionClientId: '7c1a2b3c-0000-4000-8000-00000000b002',
  extensionOrigins: [temporaryExtension],
  consentClientId: '7c1a2b3c-0000-4000-8000-00000000b003',
  consentCredential: { kind: 'secret', secret: new Secret('consent-secret-of-tests'), expiresAt: null },
  language: 'en',
  invitationDays: 14,
  remindDays: 3,
  settlingMinutes: 15,
  alertHosts: [],
  mail: null,
  nightly: null,
  trustedHops: 0,
  logLevel: 'debug',
  ...change,
});

export interface TemporaryApp {
  readonly app: App;
  readonly store: Store;
  readonly temporary: TemporaryStore;
  readonly dependencies: Dependencies;
  /** Every line that was logged. */
  readonly logged: readonly string[];
  /** Moves the clock. */
  pass(milliseconds: number): void;
  /** A session of Ada Berg's in that role. */
  signIn(role: OperatorRole): Promise<string>;
  /** A session of the guest of an invitation that has been approved. */
  signInGuest(invitationId: string): Promise<string>;
  /** A call as the extension makes it. */
  call(method: string, path: string, options?: CallOptions): Promise<Response>;
  close(): Promise<void>;
}

interface CallOptions {
  readonly session?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const adaBerg = (role: OperatorRole): Operator => ({
  objectId: '7c1a2b3c-0000-4000-8000-00000000c001',
  tenantId: tenant,
  name: 'Ada Berg',
  username: 'ada.berg@northwindvoice.example',
  role,
});

/** The whole application in this process, over a store of its own. */
export async function openTemporaryApp(change: Partial<Dependencies> = {}): Promise<TemporaryApp> {
  const temporary = await openTemporaryStore();
  let passed = 0;
  const now = () => new Date(Date.now() + passed);
  const logged: string[] = [];
  const keyValues = await openKeyValues(sqlDriver(temporary.engine, now), 0.001);
  let store: Store = temporary.store;
  const dependencies: Dependencies = {
    configuration: temporaryConfiguration(),
    openStore: (onCommitted) => (store = createStore(temporary.engine, onCommitted)),
    keyValues,
    ...makeTemporaryKeys(),
    log: createLog('debug', { write: (line) => void logged.push(line) }),
    now,
    limits: {
      address: 1_000_000,
      signIn: 1_000_000,
      opening: 1_000_000,
      operator: 1_000_000,
      guideCheck: 1_000_000,
      testMail: 1_000_000,
    },
    ...change,
  };
  const app = createApp(dependencies);
  const sessions = createSessionKeeper({ sessions: keyValues.sessions, seen: keyValues.seen, now });
  const guests = createGuestKeeper({ guests: keyValues.guests, invitations: store.read.invitations, now });
  return {
    app,
    store,
    temporary,
    dependencies,
    logged,
    pass: (milliseconds) => void (passed += milliseconds),
    signIn: async (role) => (await sessions.open(adaBerg(role))).session.reveal(),
    signInGuest: async (invitationId) => {
      const invitation = await store.read.invitations.find(invitationId);
      if (invitation === undefined) throw new Error(`there is no invitation ${invitationId}`);
      return (await guests.open(invitation)).session.reveal();
    },
    call: async (method, path, options = {}) => app.http.request(path, requestOf(method, options)),
    close: async () => {
      app.feed.endAll();
      await temporary.close();
    },
  };
}

function requestOf(method: string, { session, body, headers }: CallOptions): RequestInit {
  return {
    method,
    headers: {
      ...(session !== undefined && { authorization: `Bearer ${session}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}
