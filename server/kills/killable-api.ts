import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { GoOn, Reached } from './points.ts';
import type { Practice } from './practice-process.ts';

/** The API as a process on one database, which is killed now and then and started again. */
export interface KillableApi {
  readonly origin: string;
  /** The folder of the database. */
  readonly dataFolder: string;
  /** Resolves when it answers: at once, or when it has been started again. */
  answers(): Promise<void>;
  /** `kill -9`, whatever it is at. Nothing where it is down already. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface KillableSettings {
  readonly folder: string;
  readonly port: number;
  readonly practice: Practice;
  /** Asked at each point: whether it dies here. `isStarting`: before it answers anybody. */
  readonly diesAt: (point: string, isStarting: boolean) => boolean;
  /** Told of each death, while nobody has the database open. */
  readonly onDead: (point: string | undefined, isStarting: boolean) => void;
}

const readyMs = 60_000;

export async function startKillable(settings: KillableSettings): Promise<KillableApi> {
  const { folder, port, diesAt, onDead } = settings;
  const origin = `http://127.0.0.1:${port}`;
  const keys = join(folder, 'keys.json');
  spawnSync(process.execPath, [join(import.meta.dirname, '../src/keys-command.ts'), 'init', keys]);
  const log = openSync(join(folder, 'api.log'), 'a');
  let isStarting = true;
  let startedAt = 0;
  let child = start();
  let answering = untilReady();
  let dying: Promise<void> | undefined;

  function start(): ChildProcess {
    startedAt = performance.now();
    const started = spawn(process.execPath, [join(import.meta.dirname, 'api.ts')], {
      env: { ...process.env, ...environmentOf(settings, origin) },
      stdio: ['ignore', log, log, 'ipc'],
    });
    started.on('message', (reached: Reached) => {
      // What a dead process had said may be heard after its death; and who is about to die goes nowhere.
      if (started !== child || dying !== undefined) return;
      if (diesAt(reached.point, isStarting)) void die(reached.point);
      else if (started.connected) started.send({ goOn: reached.number } satisfies GoOn);
    });
    return started;
  }

  async function untilReady(): Promise<void> {
    while (performance.now() - startedAt < readyMs) {
      if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}; see ${folder}/api.log`);
      if ((await fetch(`${origin}/readyz`).catch(() => undefined))?.ok === true) {
        isStarting = false;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the API was not ready within ${readyMs / 1000} s; see ${folder}/api.log`);
  }

  function die(point: string | undefined): Promise<void> {
    dying ??= (async () => {
      let up = (): void => undefined;
      let down = (_: unknown): void => undefined;
      answering = new Promise((resolve, reject) => {
        up = resolve;
        down = reject;
      });
      answering.catch(() => undefined);
      // Two answers of the same process: whatever it had to say before it came to this point has been said.
      if (point !== undefined)
        for (let turn = 0; turn < 2; turn += 1) await fetch(`${origin}/healthz`).catch(() => undefined);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      onDead(point, isStarting);
      isStarting = true;
      child = start();
      dying = undefined;
      await untilReady().then(up, down);
    })();
    return dying;
  }

  await answering;
  return {
    origin,
    dataFolder: join(folder, 'data'),
    answers: () => answering,
    kill: () => dying ?? die(undefined),
    stop: async () => {
      await dying;
      await answering.catch(() => undefined);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      closeSync(log);
    },
  };
}

const environmentOf = ({ folder, port, practice }: KillableSettings, origin: string): Record<string, string> => {
  const { provider, registrations } = practice.situation;
  return {
    LATCHKEY_LISTEN: `127.0.0.1:${port}`,
    LATCHKEY_PUBLIC_URL: origin,
    LATCHKEY_DATA_DIR: join(folder, 'data'),
    LATCHKEY_KEYS: join(folder, 'keys.json'),
    LATCHKEY_CLOUDS: practice.cloudsFile,
    LATCHKEY_CLOUD: 'practice',
    LATCHKEY_PROVIDER_NAME: 'Northwind Voice',
    LATCHKEY_OPERATOR_TENANTS: provider.tenantId,
    LATCHKEY_API_CLIENT_ID: registrations.api.clientId,
    LATCHKEY_EXTENSION_CLIENT_ID: registrations.extension.clientId,
    LATCHKEY_CONSENT_CLIENT_ID: registrations.consent.clientId,
    LATCHKEY_CONSENT_SECRET_FILE: practice.secretFile,
    LATCHKEY_MAIL_SERVER: practice.smtp,
    LATCHKEY_MAIL_TLS: 'none',
    LATCHKEY_MAIL_FROM: `latchkey@${provider.domain}`,
  };
};
