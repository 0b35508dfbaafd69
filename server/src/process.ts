import { spawnSync } from 'node:child_process';
import { url as debuggerUrl } from 'node:inspector';
import { deployment } from '@latchkey/shared/words/en/deployment';
import { fill } from '@latchkey/shared/words/fill';
import { readConfiguration, type Configuration } from './config.ts';
import { describeFault, type Log } from './log/log.ts';

const badConfiguration = 2;
const broken = 70;

/** A debugger reads every secret in memory. Started with one the server refuses; and the signal that would open one does nothing. */
export function refuseDebugger(): void {
  process.on('SIGUSR1', () => undefined);
  if (debuggerUrl() === undefined) return;
  say(deployment.configuration.debugger);
  process.exit(badConfiguration);
}

/**
 * A core dump writes every secret in memory to the disk, so this process leaves none, whatever the shell allows that started it. Node
 * cannot say that of itself; on Linux the system's own command can. Elsewhere whoever starts the server sees to it (SECURITY.md).
 */
export function refuseCoreDumps(): void {
  if (process.platform !== 'linux') return;
  spawnSync('prlimit', ['--pid', String(process.pid), '--core=0:0'], { stdio: 'ignore' });
}

/** The configuration; or every mistake in it, one sentence each, and the end. */
export function configurationOrExit(environment: NodeJS.ProcessEnv): Configuration {
  const read = readConfiguration(environment);
  if (read.ok) return read.value;
  for (const sentence of [deployment.configuration.refused, ...read.sentences]) say(sentence);
  process.exit(badConfiguration);
}

/** What came of an attempt to listen; or one sentence about why nobody can listen there, and the end. */
export async function listeningOrExit<Server>(attempt: Promise<Server>, at: Configuration['listen']): Promise<Server> {
  try {
    return await attempt;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const sentence = Object.entries(deployment.listening).find(([name]) => name === code)?.[1];
    if (sentence === undefined) throw error;
    say(fill(sentence, { host: at.host, port: String(at.port) }));
    process.exit(badConfiguration);
  }
}

/** A fault that nobody caught ends the process: what it left half-done is not to be trusted, and the database is whole anyway. */
export function exitWhenBroken(log: Log): void {
  const end = (error: unknown): void => {
    log.event('request.failed', { route: '(process)', ...describeFault(error) });
    process.exit(broken);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** Waits for SIGTERM or SIGINT, then ends what runs, and the process. */
export async function untilSignal(log: Log, stop: () => Promise<void>): Promise<void> {
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve(name));
  });
  const started = performance.now();
  log.event('server.stopping', { signal });
  await stop();
  log.event('server.stopped', { ms: Math.round(performance.now() - started) });
  process.exit(0);
}

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
