import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { forms, tracesOf, type Form } from './traces.ts';

const secret = 'kä+/="secret?&of 43 characters';
const inside = `{"before":1,${secret},"after":2}`;
const noise = Buffer.from([0, 1, 2, 250, 31, 139, 8, 0, 255]);

const hidden: Readonly<Record<Form, string | Buffer>> = {
  'utf-8': inside,
  'utf-16le': Buffer.from(inside, 'utf16le'),
  base64: Buffer.from(inside).toString('base64'),
  base64url: Buffer.from(inside).toString('base64url'),
  hex: Buffer.from(inside).toString('hex'),
  'url-encoded': new URLSearchParams({ next: encodeURIComponent(secret) }).toString(),
  json: JSON.stringify({ inside }),
  gzip: Buffer.concat([noise, gzipSync(Buffer.from(inside).toString('base64')), noise]),
};

test.each(forms)('what was let out as %s is found, among other things', (form) => {
  const content = Buffer.concat([noise, Buffer.from(hidden[form]), noise]);
  expect(tracesOf(secret, { file: content, other: noise })).toContain(`file: ${form}`);
});

test.each([0, 1, 2, 3, 4])('%d bytes before it do not hide it in base64', (length) => {
  const content = Buffer.from('x'.repeat(length) + inside).toString('base64');
  expect(tracesOf(secret, { log: content })).toEqual(['log: base64']);
});

test('what is not there is not found', () => {
  const places = Object.fromEntries(Object.entries(hidden));
  expect(tracesOf('kä+/="secret?&of 44 characters', places)).toEqual([]);
});
