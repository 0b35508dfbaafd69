import * as z from 'zod/mini';
import type { ResourceCache } from './resource-permissions.ts';

/** Keeps objects for a while, and may forget them. */
export interface ShortMemory {
  get(key: string): Promise<unknown>;
  set(key: string, value: object, forSeconds: number): Promise<void>;
}

const Offered = z.object({ value: z.string(), enabled: z.boolean() });
const Kept = z.object({
  appId: z.string(),
  scopes: z.array(Offered),
  roles: z.array(z.object({ ...Offered.shape, id: z.string() })),
});

const keptForSeconds = 6 * 3600;

/** What resources offer changes rarely; what is kept in another shape than ours is not believed. */
export const resourceCache = (memory: ShortMemory): ResourceCache => ({
  async get(key) {
    const kept = Kept.safeParse(await memory.get(key));
    return kept.success ? kept.data : undefined;
  },
  set: (key, resource) => memory.set(key, resource, keptForSeconds),
});
