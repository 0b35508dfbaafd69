import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Stop } from './stop.mjs';

/**
 * Runs a program with our own input and output, passes signals on to it, and answers its exit code.
 *
 * @param {string} program
 * @param {readonly string[]} given
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
export function run(program, given, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, given, { stdio: 'inherit', ...options });
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    // A Ctrl+C in a terminal reaches the child by itself, and twice would mean "at once" to many programs.
    const interrupt = () => process.stdin.isTTY || child.kill('SIGINT');
    process.on('SIGTERM', passOn).on('SIGHUP', passOn).on('SIGINT', interrupt);
    const stopWatching = whenOrphaned(() => child.kill('SIGTERM'));
    child.once('error', (error) => reject(new Stop(`${program} could not be started (${error.message}).`)));
    child.once('close', (code, signal) => {
      stopWatching();
      process.off('SIGTERM', passOn).off('SIGHUP', passOn).off('SIGINT', interrupt);
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });
}

/**
 * A signal to npm ends the shell that it started us with, and the shell tells nobody: all that is seen here is another
 * parent. Whoever starts us without npm may well leave us on purpose.
 *
 * @param {() => void} then
 * @returns {() => void}
 */
function whenOrphaned(then) {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 250);
  return () => clearInterval(watch);
}

/**
 * Runs a program whose words are wanted only when it fails: then all of them are printed.
 *
 * @param {string} program
 * @param {readonly string[]} given
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
export async function runQuietly(program, given, options) {
  /** @type {Buffer[]} */
  const printed = [];
  const child = spawn(program, given, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      printed.push(Buffer.from(error.message));
      resolve(1);
    });
    child.once('close', (ended) => resolve(ended ?? 1));
  });
  if (code !== 0) process.stderr.write(Buffer.concat(printed));
  return code;
}
