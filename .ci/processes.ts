import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** How a program ended: its exit code (or the signal's, as a shell counts it) and everything that it printed. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

const running = new Set<number>();

/** Runs a program of ours on this Node, keeps what it prints, and ends it with all its descendants after `limit` ms. */
export function runNode(
  given: readonly string[],
  {
    cwd,
    env,
    limit,
    onOutput,
  }: {
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    readonly limit: number;
    readonly onOutput?: (chunk: Buffer) => void;
  },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, given, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const { pid } = child;
    const printed: Buffer[] = [];
    const keep = (chunk: Buffer) => {
      printed.push(chunk);
      onOutput?.(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const overdue = setTimeout(() => {
      keep(Buffer.from(`\nEnded: it did not finish within ${limit / 1000} s.\n`));
      if (pid !== undefined) endTree(pid);
    }, limit);
    if (pid !== undefined) running.add(pid);
    child.once('error', (error) => keep(Buffer.from(String(error))));
    child.once('close', (code) => {
      clearTimeout(overdue);
      if (pid !== undefined) running.delete(pid);
      resolve({ code: code ?? 1, output: stripVTControlCharacters(Buffer.concat(printed).toString()) });
    });
  });
}

/** Ends every program that is still running, with all that it started. */
export function endAll(): void {
  for (const pid of running) endTree(pid);
}

/**
 * A browser puts itself into a process group of its own, so that a group is not enough: descendants are looked up
 * first, then ended from the top, so that nobody is there to start another.
 */
function endTree(pid: number): void {
  for (const each of [pid, ...descendantsOf(pid, parents())]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It has ended by itself in the meantime.
    }
  }
}

function descendantsOf(pid: number, all: ReadonlyMap<number, number>): number[] {
  const children = [...all].filter(([, parent]) => parent === pid).map(([child]) => child);
  return children.flatMap((child) => [child, ...descendantsOf(child, all)]);
}

/** Each process with its parent. A small container has no `ps`, and a Mac has no `/proc`. */
function parents(): ReadonlyMap<number, number> {
  if (!existsSync('/proc/self/stat')) {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    return new Map((stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/).map(Number) as [number, number]));
  }
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(ids.flatMap((id) => parentOf(id)));
}

function parentOf(id: string): [number, number][] {
  try {
    // The name stands in parentheses and may contain anything, so the fields are counted from its end.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return [[Number(id), Number(fields.split(' ')[1])]];
  } catch {
    return [];
  }
}
