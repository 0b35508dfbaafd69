import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Child {
  readonly process: ChildProcess;
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
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stderr.pipe(log, { end: false });
  createInterface({ input: child.stdout }).on('line', (line) => {
    log.write(`${line}\n`);
    onLine(line);
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('error', (error) => log.write(`${name}: ${error.message}\n`));
  return {
    process: child,
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
    child.process.once('exit', (code) =>
      reject(new Error(`${options.name} ended with ${code} before it was ready; see ${options.logFile}`)),
    );
  });
}
