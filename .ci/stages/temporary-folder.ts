import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const before = process.env['TMPDIR'];
let folder: string | undefined;

/** One folder for everything that a run of tests lays down, gone when the run is: workers inherit it as their TMPDIR. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-tests-'));
  process.env['TMPDIR'] = folder;
}

export function teardown(): void {
  if (folder === undefined) return;
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true, force: true });
}
