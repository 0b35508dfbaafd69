import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Line } from './line.ts';

/** Every row of every table but those that only count or lock: two equal pictures mean that nothing happened. */
export function pictureOf({ folder }: Pick<Line, 'folder'>): Readonly<Record<string, readonly unknown[]>> {
  const database = new DatabaseSync(join(folder, 'latchkey.db'), { readOnly: true });
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('kv', 'leases') ORDER BY name")
    .all() as { name: string }[];
  const picture = Object.fromEntries(
    tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]),
  );
  database.close();
  return picture;
}
