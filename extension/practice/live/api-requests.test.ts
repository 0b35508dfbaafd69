import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mostStreamsAtOnce } from './api-requests.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (second: number) => new Date(Date.UTC(2026, 10, 26, 12, 0, second)).toISOString();
const opened = (second: number, more: object = {}) => ({
  event: 'request.done',
  at: at(second),
  method: 'GET',
  route: '/v1/changes/stream',
  status: 200,
  ms: 3,
  ...more,
});
const ended = (second: number) => ({ event: 'stream.ended', at: at(second), ms: 1000 });

/** The most since a second, by a log of these lines. */
function most(since: number, ...lines: readonly object[]): number {
  const file = join(folder, 'api.log');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return mostStreamsAtOnce(file, Date.parse(at(since)));
}

test('streams that follow one another are one at a time', () => {
  expect(most(0, opened(1), ended(5), opened(6))).toBe(1);
  expect(most(0, opened(1), opened(5), ended(5)), 'one that opens in the moment in which the other ends').toBe(1);
});

test('streams beside one another are counted together, those that were open before as well', () => {
  expect(most(0, opened(1), opened(2), ended(3))).toBe(2);
  expect(most(10, opened(1), opened(2))).toBe(2);
  expect(most(10, opened(1), ended(3), opened(12))).toBe(1);
});

test('what was refused, and what is no stream, is none', () => {
  expect(most(0, opened(1, { status: 429 }), opened(2, { route: '/v1/changes' }))).toBe(0);
});
