import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tracesOf } from './traces.ts';

const secret = 'kä+/="secret?&of 43 characters';
const inside = `{"before":1,${secret},"after":2}`;
const noise = Buffer.from([0, 1, 2, 250, 31, 139, 8, 0, 255]);

test.each([
  ['utf-8', inside],
  ['utf-16le', Buffer.from(inside, 'utf16le')],
  ['base64', Buffer.from(inside).toString('base64')],
  ['base64', Buffer.from(inside).toString('base64url')],
  ['hex', Buffer.from(inside).toString('hex')],
  ['hex', Buffer.from(inside).toString('hex').toUpperCase()],
  ['url-encoded', encodeURIComponent(inside)],
  ['url-encoded', encodeURIComponent(`https://x.example/?next=${encodeURIComponent(secret)}`)],
  ['json', JSON.stringify({ inside })],
  ['gzip', gzipSync(Buffer.from(inside).toString('base64'))],
])('what was let out as %s is found, whatever stands around it', (form, written) => {
  const file = Buffer.concat([noise, Buffer.from(written), noise]);
  expect(tracesOf(secret, { file, other: noise })).toEqual([`file: ${form}`]);
});

test.each([0, 1, 2, 3, 4])('%d bytes before it do not hide it in base64', (length) => {
  const log = Buffer.from('x'.repeat(length) + inside).toString('base64');
  expect(tracesOf(secret, { log })).toEqual(['log: base64']);
});

test('what is not there is not found', () => {
  const file = gzipSync(Buffer.concat([noise, Buffer.from(inside)]));
  expect(tracesOf('kä+/="secret?&of 44 characters', { file, log: inside })).toEqual([]);
});
