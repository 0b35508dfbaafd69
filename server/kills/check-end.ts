import type { DatabaseSync } from 'node:sqlite';
import type { Method } from './walker.ts';

type Ends = Readonly<Record<string, string>>;

/** How a line must have ended; each must give one row. */
const inAnyCase = {
  'nobody who still holds a lease': 'select 1 where not exists (select 1 from leases)',
  'a short name for each invitation that is not taken back': `select 1 where not exists (select 1 from invitations
    where status <> 'cancelled' and id not in (select invitation_id from short_names where invitation_id is not null))`,
} as const satisfies Ends;

const byInvitation = {
  ...inAnyCase,
  'invitations that are onboarded, or taken back': `select 1 where exists (select 1 from invitations where status = 'onboarded')
    and not exists (select 1 from invitations where status not in ('onboarded', 'cancelled'))`,
  'a service': 'select 1 where exists (select 1 from services)',
  'a connection that works, with its tokens':
    "select 1 from connections where sealed_tokens <> '' and json_extract(verdict, '$.verdict') = 'working'",
  'a new consent that took the place it stood beside':
    'select 1 where not exists (select 1 from connection_candidates)',
} as const satisfies Ends;

/** Of each there is one: what happened twice gives two rows. */
const byExpiry = {
  ...byInvitation,
  'one reminder that went out by itself':
    "select 1 from invitation_mails where kind = 'reminder' and once_key is not null and state = 'sent'",
  'one line that it expired': "select 1 from audit where action = 'invitation.expired'",
  'the moment at which a new one was asked for': `select 1 from audit where action = 'invitation.new_one_asked'
    and at in (select new_one_asked_at from invitations)`,
  'one line that it was renewed after that': `select 1 from audit where action = 'invitation.renewed'
    and json_extract(details, '$.from') = 'expired'`,
} as const satisfies Ends;

const byPassword = {
  ...byInvitation,
  'a password that is deleted': 'select 1 where not exists (select 1 from passwords)',
} as const satisfies Ends;

/** What was made of a row, by its line in the trail, which stands under the row's id. */
const made = "select request_id from audit where action in ('invitation.created', 'connection.adopted')";

const byList = {
  ...inAnyCase,
  'lists that are over': `select 1 where exists (select 1 from invitation_imports)
    and not exists (select 1 from invitation_imports where state = 'running' or finished_at is null)`,
  'a result in each row of a list that was not given up': `select 1 where not exists (
    select 1 from invitation_import_rows as row join invitation_imports as list on list.id = row.import_id
    where list.state = 'done' and (row.state <> 'done' or row.outcome is null or row.done_at is null))`,
  'rows that nobody is at any more':
    "select 1 where not exists (select 1 from invitation_import_rows where state = 'todo' and claims > 0)",
  'rows that say what was made of them': `select 1 where not exists (select 1 from invitation_import_rows
    where (outcome = 'created') <> (id in (${made})) or (outcome is null and id in (${made})))`,
} as const satisfies Ends;

const byAdoption = {
  ...byList,
  'a connection that works, and holds no tokens': `select 1 where exists (select 1 from connections
    where method = 'adopt' and sealed_tokens is null and json_extract(verdict, '$.verdict') = 'working')`,
  'a service, and no invitation':
    'select 1 where exists (select 1 from services) and not exists (select 1 from invitations)',
} as const satisfies Ends;

const endsOf: Readonly<Record<Method, Ends>> = {
  'invitation-link': byInvitation,
  'known-password': byPassword,
  'service-account': byInvitation,
  'approved-again': byInvitation,
  mailed: byInvitation,
  expired: byExpiry,
  listed: byList,
  adopted: byAdoption,
};

/** What is missing at the end of a line. */
export const findUnfinished = (database: DatabaseSync, method: Method): readonly string[] =>
  Object.entries(endsOf[method]).flatMap(([name, query]) =>
    database.prepare(query).all().length === 1 ? [] : [`the line ended without ${name}`],
  );
