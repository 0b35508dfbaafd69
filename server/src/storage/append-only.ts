import type { Engine } from './engine.ts';

/** Statements after which the database itself refuses to change or delete a row of `table`. */
export const appendOnly = (table: string, kind: Engine['kind']): readonly string[] =>
  kind === 'sqlite' ? inSqlite(table) : inPostgres(table);

const inSqlite = (table: string): readonly string[] =>
  ['update', 'delete'].map(
    (action) =>
      `create trigger ${table}_refuses_${action} before ${action} on ${table}
       begin select raise(abort, '${table} is append-only'); end`,
  );

const inPostgres = (table: string): readonly string[] => [
  `create function ${table}_refuses() returns trigger language plpgsql as $$
   begin raise exception '${table} is append-only'; end $$`,
  `create trigger ${table}_refuses_changes before update or delete on ${table}
   for each row execute function ${table}_refuses()`,
  `create trigger ${table}_refuses_truncate before truncate on ${table}
   for each statement execute function ${table}_refuses()`,
];
