import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFingerprints } from './fingerprints.ts';
import { readKeyRing } from './key-ring.ts';
import { makeKeyRing } from './make-key-ring.ts';
import { createLinkKeys } from './ring-link-keys.ts';
import { makeTemporaryKeys } from './temporary-keys.ts';

function written(content: unknown, mode = 0o400): string {
  const file = join(mkdtempSync(join(tmpdir(), 'latchkey-ring-')), 'keys.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(file, mode);
  return file;
}
const made = makeKeyRing(new Date('2026-11-02T09:00:00Z'));
const faultOf = (file: string) => {
  const read = readKeyRing(file);
  return read.ok ? undefined : read.error.code;
};

test('a ring that was made is read, three kinds of 256 bits each', () => {
  const ring = readKeyRing(written(made));
  expect(
    ring.ok &&
      [ring.value.sealing, ring.value.link, ring.value.audit].map((keys) => keys.map(({ bytes }) => bytes.length)),
  ).toEqual([[32], [32], [32]]);
});

test('two rings have no key in common', () => {
  const keys = [made, makeKeyRing(new Date())].flatMap((ring) => [...ring.sealing, ...ring.link, ...ring.audit]);
  expect(new Set(keys.map(({ key }) => key)).size).toBe(6);
});

test('a ring that others can read is not taken', () => {
  expect(faultOf(written(made, 0o440))).toBe('key_ring_readable_by_others');
  expect(faultOf(written(made, 0o404))).toBe('key_ring_readable_by_others');
});

test('an absent ring is unreadable', () => {
  expect(faultOf('/nowhere/keys.json')).toBe('key_ring_unreadable');
});

test.each([
  ['not JSON', '{'],
  ['empty', {}],
  ['without sealing keys', { ...made, sealing: [] }],
  ['with a short key', { ...made, link: [{ kid: 'link-1', key: 'c2hvcnQ' }] }],
  ['with two keys of one name', { ...made, link: [...made.link, ...made.link] }],
  ['with a key nobody knows', { ...made, other: made.link }],
])('a ring %s is malformed', (_name, content) => {
  expect(faultOf(written(content))).toBe('key_ring_malformed');
});

test('a link is made again from its key, its invitation and its version; another of them makes another link', () => {
  const { linkKeys } = makeTemporaryKeys();
  const link = { keyId: linkKeys.currentKeyId, invitationId: 'inv_1', version: 1 };
  const others = [link, { ...link, version: 2 }, { ...link, invitationId: 'inv_2' }];
  expect(linkKeys.token(link)).toMatch(/^[\w-]{43}$/);
  expect(linkKeys.typedCode(link)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(others.flatMap((one) => [linkKeys.token(one), linkKeys.typedCode(one)])).size).toBe(6);
  expect(linkKeys.token(link)).toBe(linkKeys.token({ ...link }));
});

test('a link of a key that is gone cannot be made', () => {
  const { ring } = makeTemporaryKeys();
  const linkKeys = createLinkKeys(ring.link);
  expect(linkKeys.token({ keyId: 'link-gone', invitationId: 'inv_1', version: 1 })).toBeUndefined();
  expect(linkKeys.typedCode({ keyId: 'link-gone', invitationId: 'inv_1', version: 1 })).toBeUndefined();
});

test('a fingerprint knows its own text only, also after a new key came first', () => {
  const { ring } = makeTemporaryKeys();
  const before = createFingerprints(ring.sealing);
  const after = createFingerprints([...makeTemporaryKeys().ring.sealing, ...ring.sealing]);
  const fingerprint = before.of('one request');
  expect([before.matches('one request', fingerprint), after.matches('one request', fingerprint)]).toEqual([true, true]);
  expect([
    before.matches('another', fingerprint),
    before.matches('one request', `${fingerprint}x`),
    before.matches('one request', ''),
  ]).toEqual([false, false, false]);
  expect(makeTemporaryKeys().fingerprints.matches('one request', fingerprint)).toBe(false);
});
