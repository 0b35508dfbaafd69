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

/** Answers the OpenID configuration of the domains given (and of the tenant's id), its signing keys, and 404 to the rest. */
export async function openTemporaryMicrosoft(
  domains: readonly string[] = [],
  signingKeys: readonly object[] = [],
): Promise<TemporaryMicrosoft> {
  const asked: string[] = [];
  const [cloud] = microsoftClouds;
  const issuer = `${cloud.login.browser}/${temporaryTenant}/v2.0`;
  const answers = new Map<string, object>([
    ...[temporaryTenant, ...domains].map(
      (name) => [`/${name}/v2.0/.well-known/openid-configuration`, { issuer }] as const,
    ),
    ['/common/discovery/v2.0/keys', { keys: signingKeys }],
  ]);
  const server = createServer((request, reply) => {
    asked.push(request.url ?? '');
    const answer = answers.get(request.url ?? '');
    const headers = { 'content-type': 'application/json', 'x-ms-request-id': `req-${asked.length}` };
    reply.writeHead(answer === undefined ? 404 : 200, headers).end(JSON.stringify(answer ?? {}));
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
