import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cloud } from '@latchkey/shared/clouds/cloud';
import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';

/** A Microsoft that knows one tenant and nothing else; for tests that need no more. The practice tenant is for the rest. */
export interface TemporaryMicrosoft {
  readonly cloud: Cloud;
  /** Every path that was asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const temporaryTenant = '7c1a2b3c-0000-4000-8000-00000000d001';

/** Answers the OpenID configuration of the domains given (and of the tenant's id), and 404 to the rest. */
export async function openTemporaryMicrosoft(...domains: readonly string[]): Promise<TemporaryMicrosoft> {
  const asked: string[] = [];
  const known = [temporaryTenant, ...domains].map((name) => `/${name}/v2.0/.well-known/openid-configuration`);
  const [cloud] = microsoftClouds;
  const issuer = `${cloud.login.browser}/${temporaryTenant}/v2.0`;
  const server = createServer((request, reply) => {
    asked.push(request.url ?? '');
    const isKnown = known.includes(request.url ?? '');
    reply.writeHead(isKnown ? 200 : 404, {
      'content-type': 'application/json',
      'x-ms-request-id': `req-${asked.length}`,
    });
    reply.end(JSON.stringify(isKnown ? { issuer } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    cloud: { ...cloud, login: { ...cloud.login, server: origin }, graph: { ...cloud.graph, server: origin } },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
