import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsCertificate } from './keys/tls-certificate.ts';
import { hangsUp } from './world/harmed.ts';

/** What answers on a port: a Hono app, or whatever else has a `fetch`. */
export interface Service {
  fetch(request: Request): Response | Promise<Response>;
}

/** A server that listens, on the loopback address only. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

async function listen(server: Server, port: number): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listener = (service: Service): RequestListener =>
  getRequestListener(
    async (request, environment) => {
      const answer = await service.fetch(request);
      if (!answer.headers.has(hangsUp)) return answer;
      (environment as HttpBindings).outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );

/** Serves one service over plain HTTP. */
export const servePlain = (service: Service, port: number): Promise<Listening> =>
  listen(createHttp(listener(service)), port);

/** Serves several host names over one TLS port: the Host header chooses. */
export function serveHosts(
  hosts: Readonly<Record<string, Service>>,
  { cert, key }: TlsCertificate,
  port: number,
): Promise<Listening> {
  const byHost: Service = {
    fetch: (request) =>
      hosts[new URL(request.url).hostname]?.fetch(request) ??
      new Response('The practice tenant has no such host.', { status: 421 }),
  };
  return listen(createHttps({ cert, key }, listener(byHost)) as unknown as Server, port);
}
