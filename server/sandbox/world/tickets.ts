import { randomBytes } from 'node:crypto';

/** A drawer of things that are fetched again by a random name. */
export interface Drawer<Thing> {
  put(thing: Thing): string;
  get(name: string): Thing | undefined;
  delete(name: string): void;
  values(): readonly Thing[];
}

/** Opens a drawer; `prefix` begins every name in it. */
export function openDrawer<Thing>(prefix = ''): Drawer<Thing> {
  const things = new Map<string, Thing>();
  return {
    put(thing) {
      const name = prefix + randomBytes(32).toString('base64url');
      things.set(name, thing);
      return name;
    },
    get: (name) => things.get(name),
    delete: (name) => void things.delete(name),
    values: () => [...things.values()],
  };
}
