import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTemporaryStore, type TemporaryStore } from '../storage/temporary-store.ts';
import { alone } from './connection-lease.ts';

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporaryStore();
  vi.useFakeTimers();
});
afterEach(async () => {
  vi.useRealTimers();
  await temporary.close();
});

const now = () => new Date();
const here = () => ({ store: temporary.store, now });
const isFree = () => {
  const at = now().toISOString();
  return temporary.store.leases.acquire({ name: 'connection:con_1', holder: 'another', now: at, until: at });
};
/** Lets time pass in steps, so that what is renewed on the way is on record before the next. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) await vi.advanceTimersByTimeAsync(1_000);
}

test('whoever died over his work holds nobody up for longer than the patience of the next', async () => {
  void alone(here(), 'con_1', () => new Promise(() => undefined));
  await pass(1);
  // Its process is killed: nobody renews any more.
  vi.clearAllTimers();
  await pass(5);
  expect(await isFree()).toBe(false);
  await pass(6);
  expect(await isFree()).toBe(true);
  expect(await alone(here(), 'con_1', () => Promise.resolve('done'))).toBe('done');
});

test('whoever lives keeps it, however long the work takes, and gives it back at its end', async () => {
  let finish = (): void => undefined;
  const working = alone(here(), 'con_1', () => new Promise<void>((resolve) => (finish = resolve)));
  await pass(60);
  expect(await isFree()).toBe(false);
  finish();
  await working;
  expect(await isFree()).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('work that fails gives it back, too', async () => {
  await expect(alone(here(), 'con_1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await isFree()).toBe(true);
});

test('two do it one after the other', async () => {
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await temporary.store.read.audit.latestSequence();
    seen.push(`${name} ends`);
  };
  const both = [alone(here(), 'con_1', work('one')), alone(here(), 'con_1', work('other'))];
  await Promise.all(both);
  expect(seen).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
});
