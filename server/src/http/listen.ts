import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** What keeps slow and broken callers from holding the server: times in milliseconds, sizes in bytes. */
export const serverLimits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 5_000,
  readTimeout: 10_000,
  maxHeaderSize: 8 * 1024,
} as const;
export type ServerLimits = { readonly [Name in keyof typeof serverLimits]: number };
const mostConnections = 10_000;
const shutdownMs = 10_000;

/** A server that listens. */
export interface Listening {
  readonly address: string;
  /** Takes no more calls, lets those on their way finish, and closes what is left after ten seconds. */
  stop(): Promise<void>;
}

/** Listens with limits on everything. Port 0 takes a free one. */
export async function listen(
  fetch: (request: Request, environment: object) => Response | Promise<Response>,
  { host, port }: { readonly host: string; readonly port: number },
  limits: ServerLimits = serverLimits,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, createServer, serverOptions: limits }) as Server;
  server.maxConnections = mostConnections;
  server.maxHeadersCount = 100;
  endWhoeverDoesNotRead(server, limits.readTimeout);
  const sockets = socketsOf(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host.replace(/^\[|\]$/g, ''), resolve);
  });
  return { address: addressOf(server), stop: () => stop(server, sockets) };
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') return '';
  return address.family === 'IPv6' ? `[${address.address}]:${address.port}` : `${address.address}:${address.port}`;
}

/**
 * Who asks and does not take the answer would leave it in our memory for as long as they like. A call that we still work on, and
 * a stream on which nothing happens, have nothing that waits to be taken, and live on.
 */
function endWhoeverDoesNotRead(server: Server, silence: number): void {
  server.setTimeout(silence, (socket: Socket) => {
    if (socket.writableLength > 0) socket.destroy();
  });
}

/**
 * Ends what is idle again and again: a connection falls idle when its call ends, and browsers keep some open on which
 * nothing was ever said, which Node takes for calls that are slow to begin.
 */
async function stop(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const closeIdle = (): void => {
    server.closeIdleConnections();
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
  closeIdle();
  const idle = setInterval(closeIdle, 50);
  const force = setTimeout(() => server.closeAllConnections(), shutdownMs);
  await closed;
  clearInterval(idle);
  clearTimeout(force);
}

/** The connections that are open. */
function socketsOf(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}
