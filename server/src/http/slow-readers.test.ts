import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';
import { listen, serverLimits, type Listening } from './listen.ts';

/** Who does not read does not hear either that the connection is gone: it is looked at from the server's side. */
let atServer: Set<Socket>;
/** Those with whom nothing moved for the whole limit, although something waited to be read. */
let silent: Set<Socket>;
function asked(message: unknown): void {
  const { socket } = message as { readonly socket: Socket };
  atServer.add(socket);
  socket.on('timeout', () => (socket.destroyed || socket.writableLength > 0) && silent.add(socket));
}

let api: TemporaryApp;
let listening: Listening;
const callers: Socket[] = [];
const start = async (fetch: Parameters<typeof listen>[0] = api.app.http.fetch, readTimeout = 100) => {
  listening = await listen(fetch, { host: '127.0.0.1', port: 0 }, { ...serverLimits, readTimeout });
};
beforeEach(async () => {
  atServer = new Set();
  silent = new Set();
  subscribe('http.server.request.start', asked);
  api = await openTemporaryApp();
});
afterEach(async () => {
  unsubscribe('http.server.request.start', asked);
  for (const socket of callers.splice(0)) socket.destroy();
  api.app.feed.endAll();
  await listening.stop();
  await api.close();
});

/** A caller who says so much and reads nothing. */
async function ask(text: string): Promise<Socket> {
  const [host, port] = listening.address.split(':');
  const before = atServer.size;
  const socket = connect(Number(port), host).setEncoding('utf8').pause();
  socket.on('error', () => undefined);
  callers.push(socket);
  socket.write(text);
  while (atServer.size === before) await new Promise((resolve) => setImmediate(resolve));
  return socket;
}
const get = (path: string, ...headers: string[]): string =>
  [`GET ${path} HTTP/1.1`, 'Host: latchkey', ...headers, '', ''].join('\r\n');
const server = (): Socket => [...atServer].at(-1)!;

/** More than the kernel takes from us while nobody reads. */
const large = 'x'.repeat(8 * 1024 * 1024);
const largeAnswers: Parameters<typeof listen>[0] = (request) =>
  request.url.endsWith('/healthz') ? api.app.http.fetch(request) : new Response(large);

test('T59: of 10 callers who never read their answers each is dropped, and an honest one is answered meanwhile', async () => {
  await start(largeAnswers);
  for (let caller = 0; caller < 10; caller += 1) await ask(get('/'));
  const slow = [...atServer];
  const honest = await fetch(`http://${listening.address}/healthz`, { headers: { connection: 'close' } });
  expect(honest.status).toBe(200);
  while (silent.size < slow.length) await new Promise((resolve) => setImmediate(resolve));
  expect(slow.map((socket) => socket.destroyed)).toEqual(Array.from({ length: 10 }, () => true));
  expect((await fetch(`http://${listening.address}/healthz`, { headers: { connection: 'close' } })).status).toBe(200);
});

test('a stream on which nothing happens lives on', async () => {
  await start();
  const session = await api.signIn('Monitor');
  await ask(get('/v1/changes/stream', `Authorization: Bearer ${session}`));
  await once(server(), 'timeout');
  expect([server().destroyed, api.app.feed.size]).toEqual([false, 1]);
});

test('a call that takes long is answered all the same', async () => {
  await start(async () => {
    await once(server(), 'timeout');
    return new Response('at last');
  });
  const socket = await ask(get('/', 'Connection: close'));
  let text = '';
  socket.on('data', (chunk: string) => (text += chunk)).resume();
  await once(socket, 'close');
  expect(text).toContain('at last');
});

test('whoever reads on is given all of a large answer', async () => {
  await start(largeAnswers, serverLimits.readTimeout);
  const socket = await ask(get('/', 'Connection: close'));
  let text = '';
  socket.on('data', (chunk: string) => (text += chunk)).resume();
  await once(socket, 'close');
  expect(text.split('\r\n\r\n')[1]?.length).toBe(large.length);
});
