import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';

/** Who lives renews it, so that nobody waits longer than this for one who died over his work. */
const leaseMs = 10_000;
const renewEveryMs = 3_000;
const patienceMs = 30_000;
const pauseMs = 60;

/**
 * Does `work` alone for one connection, across processes; it is told whether somebody else was at it before. Undefined when they are at
 * it for too long. A process that stood still for longer than its lease may find another at it: so whatever is kept of the work is kept
 * by compare-and-set.
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
  let renewed: Promise<unknown> = Promise.resolve();
  const renewing = setInterval(() => {
    renewed = take(store, now, name, holder).catch(() => undefined);
  }, renewEveryMs);
  try {
    return await work(waited > 0);
  } finally {
    clearInterval(renewing);
    // One that came after the end would take what was just given back.
    await renewed;
    await store.leases.release(name, holder);
  }
}

function take(store: Pick<Store, 'leases'>, now: Clock, name: string, holder: string): Promise<boolean> {
  const at = now();
  const until = new Date(at.getTime() + leaseMs).toISOString();
  return store.leases.acquire({ name, holder, now: at.toISOString(), until });
}
