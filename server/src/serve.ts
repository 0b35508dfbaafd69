import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deployment } from '@latchkey/shared/words/en/deployment';
import { createApp, type App } from './app.ts';
import { startPulse } from './changes/pulse.ts';
import type { Configuration } from './config.ts';
import { listen } from './http/listen.ts';
import { createLog, type Log } from './log/log.ts';
import { standardOutput } from './log/standard-output.ts';
import {
  configurationOrExit,
  exitWhenBroken,
  listeningOrExit,
  refuseCoreDumps,
  refuseDebugger,
  untilSignal,
} from './process.ts';
import { createSealedApp } from './sealed-app.ts';
import { createFingerprints } from './sealing/fingerprints.ts';
import { createSealer } from './sealing/jwe-sealer.ts';
import { readKeyRing, type KeyRing } from './sealing/key-ring.ts';
import { createLinkKeys } from './sealing/ring-link-keys.ts';
import type { Engine } from './storage/engine.ts';
import { openKeyValues } from './storage/key-value.ts';
import { migrate } from './storage/migrate.ts';
import { sqlDriver, sweepExpired } from './storage/sql-driver.ts';
import { createStore } from './storage/sql-store.ts';
import { openSqlite } from './storage/sqlite.ts';
import { version } from './version.ts';
import type { Job } from './work/run-work.ts';

/** The embedded driver keeps milliseconds, so trying it out costs next to nothing. */
const shortestTtlSeconds = 0.01;
const sweepEveryMs = 10 * 60_000;
const now = (): Date => new Date();

/** What lies between the application and the world outside of it. A rehearsal may stand in between; nothing inside can tell. */
export interface Surroundings {
  /** Given the opened database; gives the one that is used. */
  readonly around: (engine: Engine) => Engine;
  /** How Microsoft is reached. */
  readonly fetch: typeof globalThis.fetch;
  /** Given what is done beside the answers; gives what is done. */
  readonly jobs: (jobs: readonly Job[]) => readonly Job[];
}

const nothingBetween: Surroundings = {
  around: (engine) => engine,
  fetch: (input, init) => globalThis.fetch(input, init),
  jobs: (jobs) => jobs,
};

/** The server as a process, from its environment to the signal that ends it. */
export async function serve(
  environment: NodeJS.ProcessEnv,
  surroundings: Surroundings = nothingBetween,
): Promise<void> {
  refuseDebugger();
  refuseCoreDumps();
  const configuration = configurationOrExit(environment);
  const log = createLog(configuration.logLevel, standardOutput());
  exitWhenBroken(log);
  const ring = readKeyRing(configuration.keyRingFile);
  if (ring.ok) await run(configuration, ring.value, log, surroundings);
  else await runSealed(configuration, deployment.sealed[ring.error.code], log);
}

/** Without the key ring: says so, and opens nothing. */
async function runSealed(settings: Configuration, reason: string, events: Log): Promise<void> {
  events.event('server.sealed', { reason });
  const attempt = listen(createSealedApp(settings, events, now).fetch, settings.listen);
  const listening = await listeningOrExit(attempt, settings.listen);
  events.event('server.listening', { address: listening.address, version });
  await untilSignal(events, () => listening.stop());
}

async function run(
  settings: Configuration,
  keys: KeyRing,
  events: Log,
  { around, fetch, jobs }: Surroundings,
): Promise<void> {
  const engine = around(await openEngine(settings));
  const app = createApp({
    configuration: settings,
    openStore: (onCommitted) => createStore(engine, onCommitted),
    keyValues: await openKeyValues(sqlDriver(engine, now), shortestTtlSeconds),
    sealer: createSealer(keys.sealing),
    linkKeys: createLinkKeys(keys.link),
    fingerprints: createFingerprints(keys.sealing),
    log: events,
    now,
    fetch,
  });
  const listening = await listeningOrExit(listen(app.http.fetch, settings.listen), settings.listen);
  const stopRest = startRest(app, engine, jobs);
  events.event('server.listening', { address: listening.address, version });
  await untilSignal(events, async () => {
    await stopRest();
    await listening.stop();
    await engine.close();
  });
}

async function openEngine({ dataFolder }: Configuration): Promise<Engine> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const engine = openSqlite(join(dataFolder, 'latchkey.db'));
  await migrate(engine);
  return engine;
}

/** What runs beside the answers; gives what ends it. Streams end first, or nobody could wait for them. */
function startRest(app: App, engine: Engine, jobs: Surroundings['jobs']): () => Promise<void> {
  const stopPulse = startPulse(app.feed, () => engine.dataVersion?.());
  const stopWork = app.startWork(jobs);
  const sweep = setInterval(() => void sweepExpired(engine, now()).catch(() => undefined), sweepEveryMs);
  return () => {
    stopPulse();
    clearInterval(sweep);
    app.feed.endAll();
    return stopWork();
  };
}
