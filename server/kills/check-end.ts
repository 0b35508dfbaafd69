import type { DatabaseSync } from 'node:sqlite';

/** How a line must have ended; each must give one row. */
const ends = {
  'invitations that are onboarded, or taken back': `select 1 where exists (select 1 from invitations where status = 'onboarded')
    and not exists (select 1 from invitations where status not in ('onboarded', 'cancelled'))`,
  'a service': 'select 1 where exists (select 1 from services)',
  'a connection that works, with its tokens':
    "select 1 from connections where sealed_tokens <> '' and json_extract(verdict, '$.verdict') = 'working'",
  'a new consent that took the place it stood beside':
    'select 1 where not exists (select 1 from connection_candidates)',
  'nobody who still holds a lease': 'select 1 where not exists (select 1 from leases)',
} as const;

const endsByPassword = {
  'a password that is deleted': 'select 1 where not exists (select 1 from passwords)',
} as const;

/** What is missing at the end of a line. */
export const findUnfinished = (database: DatabaseSync, method: string): readonly string[] =>
  Object.entries({ ...ends, ...(method === 'known-password' ? endsByPassword : {}) }).flatMap(([name, query]) =>
    database.prepare(query).all().length === 1 ? [] : [`the line ended without ${name}`],
  );
