import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './journey-stage.ts';

const program = (path: string): string => fileURLToPath(new URL(`../../practice/${path}`, import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly lines: readonly string[];
}

/** `npm start` and `npm run walk:check` as processes of their own, with a folder and a port that nobody else has. */
export class WalkProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'latchkey-walk-'));
  #started: number | undefined;
  #signalled: readonly number[] = [];
  #output = '';

  async start(...options: readonly string[]): Promise<Ended> {
    const port = await freePort();
    return this.#run(program('start.ts'), '--once', '--port', String(port), ...options);
  }

  check(): Promise<Ended> {
    return this.#run(program('check/walk-check.ts'));
  }

  /** Waits until it has printed `text`. */
  async said(text: string): Promise<void> {
    while (!this.#output.includes(text)) await new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** To the program alone, as `kill` does it: nobody it started hears of it. */
  signal(signal: NodeJS.Signals): void {
    this.#signalled = this.descendants();
    if (this.#started !== undefined) process.kill(this.#started, signal);
  }

  /** Everything that it started and that runs, by its id. */
  descendants(): readonly number[] {
    const all = processes();
    const below = (id: number): readonly number[] =>
      all.filter(({ parent }) => parent === id).flatMap((child) => [child.id, ...below(child.id)]);
    return this.#started === undefined ? [] : below(this.#started);
  }

  close(): void {
    const own = this.#started === undefined ? [] : [this.#started];
    for (const id of [...own, ...this.descendants(), ...this.#signalled].filter(isRunning)) process.kill(id, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #run(...given: readonly string[]): Promise<Ended> {
    const child = spawn(process.execPath, given, {
      env: { ...process.env, LATCHKEY_WALK: join(this.folder, 'walk') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#started = child.pid;
    this.#output = '';
    const keep = (text: Buffer): void => void (this.#output += text.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        this.#started = undefined;
        resolve({ code, lines: this.#output.trimEnd().split('\n') });
      });
    });
  }
}

/** Whether it runs: one that has ended and that nobody asked about does not. */
export const isRunning = (id: number): boolean => processes().some((each) => each.id === id && each.state !== 'Z');

function processes(): readonly { readonly id: number; readonly parent: number; readonly state: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      // The name of a program stands in parentheses and may contain anything, so the fields are counted behind it.
      const [state = '', parent = ''] = statOf(name).split(') ').at(-1)?.split(' ') ?? [];
      return state === '' ? [] : [{ id: Number(name), parent: Number(parent), state }];
    });
}

function statOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    // It has ended in the meantime.
    return '';
  }
}
