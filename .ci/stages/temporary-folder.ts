import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const before = process.env['TMPDIR'];
let folder: string | undefined;

/** Where Linux keeps files in memory. */
const inMemory = '/dev/shm';

/** Browser profiles and databases of a whole run, many times over. */
const enoughBytes = 4 * 1024 ** 3;

/**
 * One folder for everything that a run of tests lays down, gone when the run is: workers inherit it as their TMPDIR. In memory where
 * that has room: each commit of a database waits for the disk otherwise, and the tests spent two thirds of their time on it.
 */
export function setup(): void {
  folder = mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), 'latchkey-tests-'));
  process.env['TMPDIR'] = folder;
}

export function teardown(): void {
  if (folder === undefined) return;
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true, force: true });
}

function hasRoom(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize > enoughBytes;
  } catch {
    return false;
  }
}
