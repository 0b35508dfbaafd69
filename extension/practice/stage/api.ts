import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { places } from '../places.ts';
import { Stop } from '../stop.ts';
import { startChild, whyItEnded, type Child } from './child.ts';
import type { PracticeTenant } from './practice-tenant.ts';

export interface Api {
  readonly origin: string;
  readonly database: string;
  readonly logFile: string;
  readonly child: Child;
}

/** Says in one sentence what to do when somebody else listens there already. */
export async function refusePortInUse(port: number): Promise<void> {
  if (await somebodyListens(port)) {
    throw new Stop(
      `Port ${port} of 127.0.0.1 is in use: end the program that listens there, or choose another port with --port.`,
    );
  }
}

const somebodyListens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(socket.destroy() !== undefined));
    socket.once('error', () => resolve(false));
  });

/** Starts the API as a person would deploy it: a key ring, an environment, one process. It meets the practice tenant only through its clouds file. */
export async function startApi(
  folder: string,
  port: number,
  tenant: PracticeTenant,
  extensionId: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Api> {
  const origin = `http://127.0.0.1:${port}`;
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const keys = join(folder, 'keys.json');
  if (!existsSync(keys)) execFileSync(process.execPath, [places.keys, 'init', keys], { stdio: 'pipe' });
  const logFile = join(folder, 'api.log');
  const child = startChild(
    {
      name: 'The API',
      logFile,
      arguments: ['--disable-proto=delete', places.api],
      environment: { ...environmentFor({ data, keys, origin, port, tenant, extensionId }), ...more },
    },
    () => {},
  );
  await untilReady(origin, child, logFile);
  return { origin, database: join(data, 'latchkey.db'), logFile, child };
}

interface EnvironmentFacts {
  readonly data: string;
  readonly keys: string;
  readonly origin: string;
  readonly port: number;
  readonly tenant: PracticeTenant;
  readonly extensionId: string;
}

const environmentFor = ({
  data,
  keys,
  origin,
  port,
  tenant,
  extensionId,
}: EnvironmentFacts): Record<string, string> => ({
  LATCHKEY_LISTEN: `127.0.0.1:${port}`,
  LATCHKEY_PUBLIC_URL: origin,
  LATCHKEY_DATA_DIR: data,
  LATCHKEY_KEYS: keys,
  LATCHKEY_CLOUDS: tenant.cloudsFile,
  LATCHKEY_CLOUD: 'practice',
  LATCHKEY_PROVIDER_CONSOLE: tenant.consoleFile,
  LATCHKEY_PROVIDER_NAME: tenant.situation.provider.name,
  LATCHKEY_OPERATOR_TENANTS: tenant.situation.provider.tenantId,
  LATCHKEY_API_CLIENT_ID: tenant.situation.registrations.api.clientId,
  LATCHKEY_EXTENSION_CLIENT_ID: tenant.situation.registrations.extension.clientId,
  LATCHKEY_EXTENSION_ORIGINS: `chrome-extension://${extensionId}`,
  LATCHKEY_MAIL_SERVER: tenant.smtp,
  LATCHKEY_MAIL_TLS: 'none',
  LATCHKEY_MAIL_FROM: `latchkey@${tenant.situation.provider.domain}`,
  LATCHKEY_CONSENT_CLIENT_ID: tenant.situation.registrations.consent.clientId,
  LATCHKEY_CONSENT_SECRET_FILE: tenant.situation.registrations.consent.secretFile,
});

/** How long a start may take on a machine that is busy with something else. */
const startSeconds = 120;

/** Asks /readyz until it says yes; a process that ends before has said why in its log. */
async function untilReady(origin: string, child: Child, logFile: string): Promise<void> {
  const patience = AbortSignal.timeout(startSeconds * 1000);
  while (!patience.aborted) {
    if (child.process.exitCode !== null)
      throw whyItEnded({ name: 'The API', arguments: [], logFile }, child.process.exitCode, child.complaints);
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(`The API was not ready within ${startSeconds} s; see ${logFile}`);
}
