import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';

/** Longer than a run can last: every call to Microsoft has a deadline of its own. */
const leaseMs = 120_000;
const patienceMs = 30_000;
const pauseMs = 60;

/** Does `work` alone for one connection, across processes. Undefined when somebody else is at it for too long. */
export async function alone<Value>(
  { store, now }: { readonly store: Pick<Store, 'leases'>; readonly now: Clock },
  connectionId: string,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  const name = `connection:${connectionId}`;
  const holder = randomUUID();
  for (let waited = 0; !(await take(store, now, name, holder)); waited += pauseMs) {
    if (waited >= patienceMs) return undefined;
    await pause(pauseMs);
  }
  try {
    return await work();
  } finally {
    await store.leases.release(name, holder);
  }
}

function take(store: Pick<Store, 'leases'>, now: Clock, name: string, holder: string): Promise<boolean> {
  const at = now();
  const until = new Date(at.getTime() + leaseMs).toISOString();
  return store.leases.acquire({ name, holder, now: at.toISOString(), until });
}
