import { randomBytes } from 'node:crypto';
import { createStorage, prefixStorage, type Driver } from 'unstorage';

/** What may be lost or rewritten whole, by area. */
export const areas = ['sessions', 'seen', 'guests', 'cache'] as const;
export type Area = (typeof areas)[number];

/** Keys and whole values, for a while. Keys are ids or digests of ours, never what somebody typed; values are objects. */
export interface KeyValue {
  get(key: string): Promise<unknown>;
  set(key: string, value: object, forSeconds: number): Promise<void>;
  remove(key: string): Promise<void>;
  /** The keys that have not run out. */
  keys(): Promise<readonly string[]>;
}

/** One area of a storage that any driver of unstorage serves. */
export type KeyValues = Readonly<Record<Area, KeyValue>>;

/** A driver that forgets the time, mixes keys up, or gives back something else: sessions on it would never end. */
export class UnfitDriver extends Error {
  override readonly name = 'UnfitDriver';
}

/** Tries the driver once, then hands it out by area. `shortestTtl` (seconds) is the shortest that the driver can keep. */
export async function openKeyValues(driver: Driver, shortestTtl: number): Promise<KeyValues> {
  const storage = createStorage<object>({ driver });
  const area = (name: string): KeyValue => {
    const own = prefixStorage<object>(storage, name);
    return {
      get: (key) => own.getItem(key),
      set: (key, value, forSeconds) => own.setItem(key, value, { ttl: forSeconds }),
      remove: (key) => own.removeItem(key),
      keys: () => own.getKeys(),
    };
  };
  await refuseUnfit(area('conformance'), shortestTtl);
  return { sessions: area('sessions'), seen: area('seen'), guests: area('guests'), cache: area('cache') };
}

async function refuseUnfit(values: KeyValue, shortestTtl: number): Promise<void> {
  // Others may try the same driver at the same time.
  const own = randomBytes(12).toString('hex');
  const [long, short, gone] = [own + 'k'.repeat(180), `${own}-short`, `${own}-gone`] as const;
  await values.set(long, { kept: true }, 60);
  await values.set(short, { kept: true }, shortestTtl);
  await values.set(gone, { kept: true }, 60);
  await values.remove(gone);
  await new Promise((resolve) => setTimeout(resolve, shortestTtl * 1000 + 5));
  const found = await Promise.all([values.get(long), values.get(gone), values.get(short)]);
  await Promise.all([values.remove(long), values.remove(short)]);
  if (JSON.stringify(found[0]) !== '{"kept":true}')
    throw new UnfitDriver('the key-value driver does not give back what it took');
  if (found[1] !== null) throw new UnfitDriver('the key-value driver does not delete');
  if (found[2] !== null) throw new UnfitDriver('the key-value driver ignores how long a value may live');
}
