import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Operator } from '../http/call.ts';
import { Secret } from '../sealing/secret.ts';
import { openKeyValues, type KeyValues } from '../storage/key-value.ts';
import { sqlDriver } from '../storage/sql-driver.ts';
import { openTemporaryStore, type TemporaryStore } from '../storage/temporary-store.ts';
import { createSessionKeeper, type KeepsSessions } from './session-keeper.ts';

const ada: Operator = {
  objectId: 'o1',
  tenantId: 't1',
  name: 'Ada Berg',
  username: 'ada.berg@northwindvoice.example',
  role: 'Operator',
};
const minute = 60_000;
const hour = 60 * minute;

let temporary: TemporaryStore;
let keyValues: KeyValues;
let sessions: KeepsSessions;
let at = 0;
beforeEach(async () => {
  at = Date.parse('2026-11-02T09:00:00Z');
  temporary = await openTemporaryStore();
  const now = () => new Date(at);
  // The driver's own clock goes on while the conformance check waits.
  keyValues = await openKeyValues(
    sqlDriver(temporary.engine, () => new Date()),
    0.001,
  );
  sessions = createSessionKeeper({ sessions: keyValues.sessions, seen: keyValues.seen, now });
});
afterEach(() => temporary.close());

const isLiving = async (session: Secret): Promise<boolean> => (await sessions.check(session)).ok;

test('a session knows its operator, and two are never the same', async () => {
  const [one, other] = [await sessions.open(ada), await sessions.open(ada)];
  expect(await sessions.check(one.session)).toEqual({ ok: true, value: { operator: ada, key: one.key } });
  expect(one.session.reveal()).toMatch(/^[\w-]{43}$/);
  expect(one.session.reveal()).not.toBe(other.session.reveal());
});

test('only a digest of it is kept', async () => {
  const { session } = await sessions.open(ada);
  const rows = await temporary.engine.read.selectFrom('kv').selectAll().execute();
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(session.reveal());
});

test('it ends after ten hours however much it is used', async () => {
  const { session, view } = await sessions.open(ada);
  for (let turn = 0; turn < 10; turn += 1) {
    expect(await isLiving(session)).toBe(true);
    at += hour - 1;
  }
  at += 10;
  expect(await isLiving(session)).toBe(false);
  expect(view.endsAt).toBe('2026-11-02T19:00:00.000Z');
});

test('it ends two hours after it was last used', async () => {
  const { session } = await sessions.open(ada);
  at += 2 * hour - 1;
  expect(await isLiving(session)).toBe(true);
  at += 2 * hour - 1;
  expect(await isLiving(session)).toBe(true);
  at += 2 * hour;
  expect(await isLiving(session)).toBe(false);
});

test('looking at it is not using it', async () => {
  const { session, key } = await sessions.open(ada);
  at += hour;
  expect((await sessions.view(key))?.idleEndsAt).toBe('2026-11-02T11:00:00.000Z');
  at += hour;
  expect(await isLiving(session)).toBe(false);
});

test('closed it is worthless at once, and use that was under way does not bring it back', async () => {
  const { session, key } = await sessions.open(ada);
  at += 5 * minute;
  await Promise.all([sessions.check(session), sessions.close(key), sessions.check(session)]);
  await keyValues.seen.set(key, { at }, 60);
  expect(await isLiving(session)).toBe(false);
  expect(await sessions.view(key)).toBeUndefined();
});

test.each(['', 'x', 'A'.repeat(43), '../sessions', 'sessions:x?y=z'])('"%s" is nobody’s session', async (text) => {
  await sessions.open(ada);
  expect(await isLiving(new Secret(text))).toBe(false);
});

test('a record that is not one of ours is no session', async () => {
  const { session, key } = await sessions.open(ada);
  await keyValues.sessions.set(key, { operator: { ...ada, role: 'Root' }, openedAt: at }, 60);
  expect(await isLiving(session)).toBe(false);
});
