import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { filesWith } from './search.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-search-'));
  mkdirSync(join(folder, 'data'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const password = 'Typed "ü" +/=&7';
const leave = (content: string | Buffer, name = 'data/latchkey.db-wal') => writeFileSync(join(folder, name), content);
const found = () => filesWith(password, folder, ['practice-tenant']);

test.each<readonly [string, string | Buffer]>([
  ['as it is', `x${password}y`],
  ['in utf-16', Buffer.from(`x${password}y`, 'utf16le')],
  ['in base64', Buffer.from(`xx${password}y`).toString('base64')],
  ['in base64 of addresses', Buffer.from(`x${password}y`).toString('base64url')],
  ['in hex', Buffer.from(`x${password}y`).toString('hex')],
  ['in an address', encodeURIComponent(`x${password}y`)],
  ['in JSON', JSON.stringify({ password })],
  ['in an archive behind something else', Buffer.concat([Buffer.from([0x1f, 0x8b, 0x08, 9]), gzipSync(password)])],
])('a password that lies about %s is found, in its file', (_how, content) => {
  leave(content);
  leave('nothing', 'api.log');
  expect(found()).toEqual([join('data', 'latchkey.db-wal')]);
});

test('what is not there is not found, and what is left out is not looked at', () => {
  leave(Buffer.from(password.slice(1)));
  mkdirSync(join(folder, 'practice-tenant'));
  leave(password, 'practice-tenant/situation.json');
  expect(found()).toEqual([]);
});
