import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Stop } from '../stop.ts';

export interface Child {
  readonly process: ChildProcess;
  /** What it said on standard error, line by line. */
  readonly complaints: readonly string[];
  /** Ends it: politely, then for good. Resolves when it is gone. */
  stop(): Promise<void>;
}

interface ChildOptions {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Where what it says is kept. */
  readonly logFile: string;
}

/** Starts one of our own programs on this Node. What it prints goes to its log, line by line also to `onLine`. */
export function startChild(
  { name, arguments: args, environment, logFile }: ChildOptions,
  onLine: (line: string) => void,
): Child {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stderr.pipe(log, { end: false });
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  createInterface({ input: child.stdout }).on('line', (line) => {
    log.write(`${line}\n`);
    onLine(line);
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('error', (error) => log.write(`${name}: ${error.message}\n`));
  return {
    process: child,
    complaints,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), 12_000);
      await gone;
      clearTimeout(impatience);
    },
  };
}

/** Waits until `read` finds what it looks for in a line; fails when the program ends before. */
export function startChildUntil<Found>(
  options: ChildOptions,
  read: (line: string) => Found | undefined,
): Promise<{ readonly child: Child; readonly found: Found }> {
  return new Promise((resolve, reject) => {
    const child = startChild(options, (line) => {
      const found = read(line);
      if (found !== undefined) resolve({ child, found });
    });
    child.process.once('close', (code) => reject(whyItEnded(options, code, child.complaints)));
  });
}

/** A program that ends with one sentence has said what to do; anything longer is a fault, and stands in its log. */
export function whyItEnded({ name, logFile }: ChildOptions, code: number | null, complaints: readonly string[]): Error {
  const [only] = complaints;
  if (complaints.length === 1 && only !== undefined) return new Stop(only);
  return new Error(`${name} ended with ${code} before it was ready; see ${logFile}`);
}
