import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { allOr } from './testing/thorough.ts';

const source = (name: string): string => join(import.meta.dirname, name);
const guid = (end: string): string => `7c1a2b3c-0000-4000-8000-0000000000${end}`;

/** A ring takes a process to make, and is the same for everybody. */
let ring: Buffer;
let folder = '';
let children: ChildProcess[] = [];
/** One that runs beside all tests, for those that do nothing to it. */
let standing: Awaited<ReturnType<typeof started>>;
beforeAll(async () => {
  const made = join(mkdtempSync(join(tmpdir(), 'latchkey-ring-')), 'keys.json');
  spawnSync(process.execPath, [source('keys-command.ts'), 'init', made]);
  ring = readFileSync(made);
  folder = newFolder();
  standing = await started();
  children = [];
});
afterAll(() => standing?.child.kill('SIGKILL'));
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

/** With a ring and the secret of the consent app. */
function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'latchkey-main-'));
  writeFileSync(join(made, 'keys.json'), ring, { mode: 0o400 });
  writeFileSync(join(made, 'secret'), 'consent-secret');
  return made;
}

const { NODE_COMPILE_CACHE = '' } = process.env;
const environment = (change: Record<string, string> = {}) => ({
  NODE_COMPILE_CACHE,
  LATCHKEY_LISTEN: '127.0.0.1:0',
  LATCHKEY_PUBLIC_URL: 'http://127.0.0.1:8787',
  LATCHKEY_DATA_DIR: join(folder, 'data'),
  LATCHKEY_KEYS: join(folder, 'keys.json'),
  LATCHKEY_PROVIDER_NAME: 'Northwind Voice',
  LATCHKEY_OPERATOR_TENANTS: guid('a1'),
  LATCHKEY_API_CLIENT_ID: guid('b1'),
  LATCHKEY_EXTENSION_CLIENT_ID: guid('b2'),
  LATCHKEY_CONSENT_CLIENT_ID: guid('b3'),
  LATCHKEY_CONSENT_SECRET_FILE: join(folder, 'secret'),
  ...change,
});

/** A server that listens, with what it logged so far; started by a shell that allows core dumps. */
async function started(change: Record<string, string> = {}) {
  const child = spawn('sh', ['-c', 'ulimit -S -c unlimited; exec "$0" "$1"', process.execPath, source('main.ts')], {
    env: environment(change),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const found = /"address":"([^"]+)"/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, origin: `http://${address}`, output: () => output, ended };
}
const run = (change: Record<string, string>, ...flags: string[]) =>
  spawnSync(process.execPath, [...flags, source('main.ts')], {
    env: environment(change),
    encoding: 'utf8',
    // Less than a test may take: a server that runs on is found by an assertion.
    timeout: 50_000,
  });

test('it comes up ready, and ends by itself with everything closed when told to', async () => {
  const server = await started();
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${server.origin}/healthz`)).json()).toMatchObject({ status: 'ok' });
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(server.output()).toContain('server.stopped');
  // A database that was closed leaves no log behind.
  expect(existsSync(join(folder, 'data', 'latchkey.db-wal'))).toBe(false);
});

test('it goes on and ends as ever when nobody reads its log any more', async () => {
  const server = await started({ LATCHKEY_LOG_LEVEL: 'debug' });
  server.child.stdout?.destroy();
  for (let call = 0; call < 3; call += 1) expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(existsSync(join(folder, 'data', 'latchkey.db-wal'))).toBe(false);
});

test('mistakes of the configuration are all told, one sentence each, and it does not start', () => {
  const { status, stderr, stdout } = run({
    LATCHKEY_PUBLIC_URL: 'http://example.com',
    LATCHKEY_API_CLIENT_ID: 'x',
    LATCHKEY_KEYS: '',
  });
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^The server did not start/),
    expect.stringMatching(/^LATCHKEY_PUBLIC_URL is not usable/),
    expect.stringMatching(/^LATCHKEY_KEYS is missing/),
    expect.stringMatching(/^LATCHKEY_API_CLIENT_ID is not usable/),
  ]);
  expect(stdout).toBe('');
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

const spoilt = [
  ['absent', () => rmSync(join(folder, 'keys.json'), { force: true })],
  [
    'no ring',
    () => {
      rmSync(join(folder, 'keys.json'), { force: true });
      writeFileSync(join(folder, 'keys.json'), '{}', { mode: 0o400 });
    },
  ],
] as const;

test.each(allOr<readonly (typeof spoilt)[number][]>(spoilt, spoilt.slice(0, 1)))(
  'with a key ring that is %s it is sealed: says so and touches nothing',
  async (_name, spoil) => {
    spoil();
    const server = await started();
    const [health, ready, call] = await Promise.all(
      ['/healthz', '/readyz', '/v1/invitations'].map((path) => fetch(server.origin + path)),
    );
    expect(await health?.json()).toMatchObject({ status: 'sealed' });
    expect([ready?.status, call?.status]).toEqual([503, 503]);
    expect(await call?.json()).toMatchObject({ code: 'sealed' });
    expect(existsSync(join(folder, 'data'))).toBe(false);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  },
);

test('it does not run under a debugger, nor open one when it is asked to', async () => {
  expect(run({}, '--inspect=127.0.0.1:0')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('debugger') as unknown,
  });
  standing.child.kill('SIGUSR1');
  expect((await fetch(`${standing.origin}/healthz`)).status).toBe(200);
  expect(readFileSync(`/proc/${standing.child.pid}/cmdline`, 'utf8')).not.toContain('secret');
  expect(standing.output()).not.toContain('Debugger');
});

test('it leaves no core dump, whatever the shell allows', (context) => {
  if (process.platform !== 'linux') return context.skip('elsewhere whoever starts the server sees to it');
  expect(readFileSync(`/proc/${standing.child.pid}/limits`, 'utf8')).toMatch(/^Max core file size\s+0\s+0\s/m);
});

const keys = [
  ['with its keys', () => undefined],
  ['sealed', () => rmSync(join(folder, 'keys.json'), { force: true })],
] as const;

test.each(allOr<readonly (typeof keys)[number][]>(keys, keys.slice(0, 1)))(
  '%s, a port that is taken ends it with one sentence: which port, and what to do',
  async (_name, prepare) => {
    const { origin } = standing;
    prepare();
    const { status, stderr, stdout } = run({ LATCHKEY_LISTEN: origin.replace('http://', '') });
    expect(stderr).toBe(
      `The server did not start: port ${new URL(origin).port} of 127.0.0.1 is in use. End the program that listens there, or name another port in LATCHKEY_LISTEN.\n`,
    );
    expect(status).toBe(2);
    expect(stdout).not.toContain('request.failed');
    expect((await fetch(`${origin}/readyz`)).status, 'the first goes on').toBe(200);
  },
);

test('an address that is not of this machine ends it with one sentence', () => {
  const { status, stderr } = run({ LATCHKEY_LISTEN: '192.0.2.1:8787' });
  expect(stderr).toMatch(
    /^The server did not start: 192\.0\.2\.1 is no address of this machine\..*LATCHKEY_LISTEN\.\n$/,
  );
  expect(status).toBe(2);
});

test('a ring is made once and never overwritten', () => {
  const file = join(folder, 'keys.json');
  const before = readFileSync(file, 'utf8');
  const again = spawnSync(process.execPath, [source('keys-command.ts'), 'init', file], { encoding: 'utf8' });
  expect([again.status, readFileSync(file, 'utf8')]).toEqual([1, before]);
  expect(again.stderr).toContain('never overwritten');
});
