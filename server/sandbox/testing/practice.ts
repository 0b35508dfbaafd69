import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphService } from '../graph/graph-service.ts';
import type { ClientCertificate } from '../keys/client-certificate.ts';
import { makeSigningKeys } from '../keys/signing-keys.ts';
import { openRequestLog } from '../log/request-log.ts';
import { signInService } from '../sign-in/sign-in-service.ts';
import { contosoHappy } from '../situations/contoso-happy.ts';
import type { Lie, Situation } from '../situations/situation.ts';
import { teamsAdminService } from '../teams-admin/teams-admin-service.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser } from './browser.ts';

const keys = await makeSigningKeys();

/** A folder of a test's own, gone when the run is. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'latchkey-practice-'));

const addresses = {
  apiOrigin: 'http://127.0.0.1:8787',
  extensionId: 'abcdefghijklmnopabcdefghijklmnop',
  callbackPaths: ['/consent/callback', '/consent/admin-callback'],
} as const;

/** A practice tenant without sockets, and the people in it. */
export function practise({
  situation = contosoHappy,
  seed = 7,
  lie,
  certificate,
}: { situation?: Situation; seed?: number; lie?: Lie; certificate?: ClientCertificate } = {}) {
  const world = openWorld({ seed, situation, lie, blades: 'framed', addresses, certificate }, keys);
  const log = openRequestLog(join(temporaryFolder(), 'requests.jsonl'));
  const signIn = signInService(world, log);
  const graph = graphService(world, log);
  const teamsAdmin = teamsAdminService(world, log);
  const { customer, provider, registrations } = world.state;
  const [admin, applicationAdmin, member] = customer.people;
  const [operatorAdmin, operator, monitor] = provider.people;
  return {
    world,
    log,
    signIn,
    graph,
    teamsAdmin,
    registrations,
    tenantId: customer.tenant.id,
    providerTenantId: provider.tenant.id,
    admin: admin!,
    applicationAdmin: applicationAdmin!,
    member: member!,
    operatorAdmin: operatorAdmin!,
    operator: operator!,
    monitor: monitor!,
    browse: () => openBrowser((url, init) => signIn.request(url, init)),
  };
}

export type Practice = ReturnType<typeof practise>;
