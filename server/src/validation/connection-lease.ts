import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';

/** Longer than a run can last: every call to Microsoft has a deadline of its own. */
const leaseMs = 120_000;
const patienceMs = 30_000;
const pauseMs = 60;

/**
 * Does `work` alone for one connection, across processes; it is told whether somebody else was at it before. Undefined when they are at
 * it for too long.
 */
export async function alone<Value>(
  { store, now }: { readonly store: Pick<Store, 'leases'>; readonly now: Clock },
  connectionId: string,
  work: (waited: boolean) => Promise<Value>,
): Promise<Value | undefined> {
  const name = `connection:${connectionId}`;
  const holder = randomUUID();
  let waited = 0;
  for (; !(await take(store, now, name, holder)); waited += pauseMs) {
    if (waited >= patienceMs) return undefined;
    await pause(pauseMs);
  }
  try {
    return await work(waited > 0);
  } finally {
    await store.leases.release(name, holder);
  }
}

function take(store: Pick<Store, 'leases'>, now: Clock, name: string, holder: string): Promise<boolean> {
  const at = now();
  const until = new Date(at.getTime() + leaseMs).toISOString();
  return store.leases.acquire({ name, holder, now: at.toISOString(), until });
}
