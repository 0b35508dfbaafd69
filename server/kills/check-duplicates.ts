import type { DatabaseSync } from 'node:sqlite';
import type { Asked } from './practice-process.ts';
import type { Method } from './walker.ts';

/** What may be there once for each, and is asked for once in a line. */
const onceEach = {
  'customers of one tenant': 'select tenant_id from customers group by tenant_id having count(*) > 1',
  'connections of one customer': 'select customer_id from connections group by customer_id having count(*) > 1',
  'services of one invitation': 'select invitation_id from services group by invitation_id having count(*) > 1',
  'lines that tell the same of one invitation': `select invitation_id from audit
    where action in ('invitation.created', 'invitation.method_chosen', 'invitation.consented',
      'invitation.authentication_complete', 'invitation.onboarded',
      'invitation.expired', 'invitation.new_one_asked')
    group by invitation_id, action having count(*) > 1`,
  'invitations of one customer that are pending':
    'select customer_id from invitations where pending = 1 group by customer_id having count(*) > 1',
  'short names of one invitation':
    'select invitation_id from short_names where invitation_id is not null group by invitation_id having count(*) > 1',
  'short names that nothing has':
    'select key from short_names where invitation_id is null and key not in (select short_name_key from services)',
  'things made of one row of a list': `select request_id from audit
    where action in ('invitation.created', 'connection.adopted') group by request_id having count(*) > 1`,
  'lines that tell the same of one list': `select 1 from audit
    where action glob 'invitation_import.*' or action glob 'adoption.*'
    group by action, json_extract(details, '$.importId') having count(*) > 1`,
  'reminders by themselves of one link': `select 1 from invitation_mails where kind = 'reminder' and queued_by_kind = 'system'
    group by invitation_id, link_version having count(*) > 1`,
  'tries of a password beyond three':
    "select 1 where (select count(*) from audit where action = 'password.try_taken') > 3",
} as const;

/** How many of each a line asks for. */
export interface Ordered {
  readonly invitations: number;
  readonly services: number;
}
const one: Ordered = { invitations: 1, services: 1 };
const two: Ordered = { invitations: 2, services: 2 };
export const orderedIn: Readonly<Record<Method, Ordered>> = {
  'invitation-link': one,
  'known-password': one,
  'service-account': one,
  'approved-again': two,
  mailed: two,
  expired: one,
  listed: { invitations: 3, services: 0 },
  adopted: { invitations: 0, services: 1 },
};

/** What happened twice although it was asked for once: here, and at Microsoft. */
export function findDuplicates(
  database: DatabaseSync,
  asked: readonly Asked[],
  ordered: Ordered = one,
): readonly string[] {
  const here = Object.entries(onceEach).flatMap(([name, query]) =>
    database.prepare(query).all().length > 0 ? [name] : [],
  );
  const made = (['invitations', 'services'] as const).filter(
    (table) => Number(database.prepare(`select count(*) as count from ${table}`).get()?.['count']) > ordered[table],
  );
  const linesOf = (action: string): number =>
    Number(database.prepare('select count(*) as count from audit where action = ?').get(action)?.['count']);
  const tokensBy = (grantType: string): readonly Asked[] => asked.filter((one) => one.grantType === grantType);
  const codes = tokensBy('authorization_code').filter(({ error }) => error === 'AADSTS54005').length;
  const passwords = tokensBy('password').length;
  return [
    ...here,
    ...made.map((table) => `more ${table} than were asked for`),
    ...(codes > 0 ? [`${codes} codes sent to Microsoft again`] : []),
    ...(passwords > linesOf('password.try_taken') ? ['a password sent to Microsoft without its line'] : []),
    ...(passwords > 3 ? [`${passwords} tries of a password at Microsoft`] : []),
  ];
}
