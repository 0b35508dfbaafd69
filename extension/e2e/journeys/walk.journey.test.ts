import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRunning, WalkProcess } from '../stage/walk-process.ts';

let walk: WalkProcess;
beforeEach(() => {
  walk = new WalkProcess();
});
afterEach(() => walk.close());

test('a signal to the walk alone ends everything that it started', async (context) => {
  if (!existsSync('/proc/self/stat')) context.skip('looks for what is left behind in /proc');
  const ended = walk.start();
  await walk.said('step 1:');
  const started = walk.descendants();
  expect(started.length, 'the API, the practice tenant and a browser').toBeGreaterThan(2);
  walk.signal('SIGINT');
  const { code, lines } = await ended;
  expect(lines.join('\n')).not.toContain('Error');
  expect(code, 'what a shell says of a SIGINT').toBe(130);
  await expect.poll(() => started.filter(isRunning), { timeout: 20_000 }).toEqual([]);
});
