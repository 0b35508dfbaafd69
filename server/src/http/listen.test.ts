import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';
import { listen, serverLimits, type Listening } from './listen.ts';

let api: TemporaryApp;
let listening: Listening | undefined;
const sockets: Socket[] = [];
const start = async (limits = serverLimits as Parameters<typeof listen>[2]) => {
  listening = await listen(api.app.http.fetch, { host: '127.0.0.1', port: 0 }, limits);
};
beforeEach(async () => {
  api = await openTemporaryApp();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  api.app.feed.endAll();
  await listening?.stop();
  listening = undefined;
  await api.close();
});

const address = (): string => listening?.address ?? '';
function open(): Socket {
  const [host, port] = address().split(':');
  const socket = connect(Number(port), host).setEncoding('utf8');
  socket.on('error', () => undefined);
  sockets.push(socket);
  return socket;
}
/** All that comes back until the server closes the connection. */
const untilClosed = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('close', () => resolve(text));
  });
const head = (line: string, ...headers: string[]): string =>
  [`${line} HTTP/1.1`, 'Host: latchkey', ...headers, '', ''].join('\r\n');
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};

test('the limits are those that were decided', () => {
  expect(serverLimits).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 15_000,
    connectionsCheckingInterval: 2_000,
    keepAliveTimeout: 5_000,
    readTimeout: 10_000,
    maxHeaderSize: 8_192,
  });
});

test('a caller whose headers never end is dropped', async () => {
  await start({ ...serverLimits, headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 20 });
  const socket = open();
  socket.write('GET /healthz HTTP/1.1\r\nHost: latchkey\r\nX-Slow: ');
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 /);
});

test('a caller whose body never ends is dropped', async () => {
  await start({ ...serverLimits, headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 20 });
  const socket = open();
  socket.write(`${head('POST /v1/invitations', 'Content-Type: application/json', 'Content-Length: 1000')}{"tenant":`);
  // Without a session nobody reads the body; the connection is closed all the same.
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 401 [\s\S]*HTTP\/1\.1 408 /);
});

test('headers of more than 8 kB are refused', async () => {
  await start();
  const socket = open();
  socket.write(head('GET /healthz', `X-Long: ${'x'.repeat(9_000)}`));
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 431 /);
});

test('a body in pieces of more than 64 kB is refused over the wire', async () => {
  await start();
  const socket = open();
  const piece = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
  socket.write(
    head('POST /v1/invitations', 'Content-Type: application/json', 'Transfer-Encoding: chunked', 'Connection: close'),
  );
  for (let turn = 0; turn < 6; turn += 1) socket.write(piece);
  socket.write('0\r\n\r\n');
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 413 [\s\S]*request_too_large/);
});

test.each([
  ['two lengths', head('POST /v1/invitations', 'Content-Length: 2', 'Content-Length: 3')],
  ['length and pieces', head('POST /v1/invitations', 'Content-Length: 2', 'Transfer-Encoding: chunked')],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ['no HTTP', '\x16\x03\x01\x02\x00'],
])('a request with %s is refused by its form', async (_name, text) => {
  await start();
  const socket = open();
  socket.write(text);
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 400 /);
});

test('numbers are told on this machine, and to nobody through a proxy', async () => {
  await start();
  const direct = await fetch(`http://${address()}/metrics`);
  const forwarded = await fetch(`http://${address()}/metrics`, { headers: { 'x-forwarded-for': '127.0.0.1' } });
  expect([direct.status, forwarded.status]).toEqual([200, 404]);
  expect(await direct.text()).toContain('latchkey_streams_open 0');
  await forwarded.body?.cancel();
});

test('the place of a stream whose reader vanished is free again', async () => {
  await start();
  const session = await api.signIn('Monitor');
  for (let turn = 0; turn < 6; turn += 1) {
    const socket = open();
    socket.write(head('GET /v1/changes/stream', `Authorization: Bearer ${session}`));
    await until(() => api.app.feed.size === 1);
    socket.destroy();
    await until(() => api.app.feed.size === 0);
  }
  expect(api.app.feed.size).toBe(0);
});

test('stopping lets a call finish, ends what is idle, and takes no more', async () => {
  await start();
  const idle = open();
  const socket = open();
  socket.write(
    `${head('POST /v1/invitations', 'Content-Type: application/json', 'Content-Length: 2', 'Connection: close')}{`,
  );
  await until(() => socket.bytesWritten > 0 && idle.readyState === 'open');
  await fetch(`http://${address()}/healthz`, { headers: { connection: 'close' } });
  const stopped = listening?.stop();
  socket.write('}');
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 401 /);
  expect(await untilClosed(idle)).toBe('');
  await stopped;
  await expect(fetch(`http://${address()}/healthz`)).rejects.toThrow();
  listening = undefined;
});

const quick = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 20 };
const slow = {
  'send their headers slowly': () => open().write('GET /healthz HTTP/1.1\r\nHost: latchkey\r\nX-Slow: '),
  'send their body slowly': () =>
    open().write(`${head('POST /i/code', 'Content-Type: text/plain', 'Content-Length: 1000')}code=`),
} as const;

test.each(Object.entries(slow))(
  'T59: of 200 callers who %s each is dropped, and an honest one is answered meanwhile',
  async (_, beSlow) => {
    await start({ ...serverLimits, ...quick });
    for (let caller = 0; caller < 200; caller += 1) beSlow();
    await until(() => sockets.every((socket) => socket.readyState === 'open' || socket.destroyed));
    const honest = await fetch(`http://${address()}/healthz`, { headers: { connection: 'close' } });
    expect(honest.status).toBe(200);
    await Promise.all(sockets.map(gone));
    expect(sockets).toHaveLength(200);
    expect((await fetch(`http://${address()}/healthz`, { headers: { connection: 'close' } })).status).toBe(200);
  },
);

/** Once a socket was dropped. */
const gone = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    socket.once('close', () => resolve());
    socket.resume();
  });
