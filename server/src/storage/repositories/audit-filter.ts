import { sql, type SqlBool } from 'kysely';
import type { AuditFilter } from '@latchkey/shared/api/audit';
import { refusedActions } from '@latchkey/shared/audit/audit-actions';
import { customerNameKey } from '../../customers/customer-repository.ts';

/** What a line of the trail must be, on either engine. */
export function auditMeant({ from, until, kind, actor, action, outcome, about, search }: AuditFilter) {
  const [who, piece] = [actor?.trim() ?? '', search?.trim() ?? ''];
  return [
    ...(from === undefined ? [] : [sql<SqlBool>`audit.at >= ${storedForm(from)}`]),
    ...(until === undefined ? [] : [sql<SqlBool>`audit.at < ${storedForm(until)}`]),
    ...(kind === undefined ? [] : [sql<SqlBool>`audit.actor_kind = ${kind}`]),
    ...(who === '' ? [] : [holds(['audit.actor_name', 'audit.actor_id'], who)]),
    ...(action === undefined ? [] : [sql<SqlBool>`audit.action = ${action}`]),
    ...(outcome === undefined ? [] : [cameAbout(outcome === 'done')]),
    ...(about === undefined ? [] : [isAbout(about)]),
    ...(piece === '' ? [] : [says(piece)]),
  ];
}

/** Times are compared as text, so all of them have milliseconds. */
const storedForm = (instant: string): string => new Date(instant).toISOString();

function cameAbout(isDone: boolean) {
  const refused = sql.join(refusedActions.map((action) => sql.lit(action)));
  return isDone ? sql<SqlBool>`audit.action not in (${refused})` : sql<SqlBool>`audit.action in (${refused})`;
}

const columnOf = { cus: 'customer_id', inv: 'invitation_id', con: 'connection_id', svc: 'service_id' } as const;
const isKind = (text: string): text is keyof typeof columnOf => Object.hasOwn(columnOf, text);

function isAbout(id: string) {
  const kind = id.slice(0, 3);
  return isKind(kind) ? sql<SqlBool>`${sql.ref(`audit.${columnOf[kind]}`)} = ${id}` : sql<SqlBool>`1 = 0`;
}

const said = ['customer_id', 'invitation_id', 'connection_id', 'service_id', 'request_id'] as const;

/** Whether a person would find the text in the line: in what it says, in its ids, or in the name of the customer that it is about. */
function says(text: string) {
  const columns = ['audit.action', 'audit.actor_name', 'audit.details', ...said.map((name) => `audit.${name}`)];
  return sql<SqlBool>`(${holds(columns, text)} or exists (select 1 from customers
    where customers.id = audit.customer_id and customers.name_key like ${likeOf(customerNameKey(text))} escape '\\'))`;
}

/** Without regard to case: as it was typed, and in lower case, because SQLite knows only the small letters of ASCII. */
function holds(columns: readonly string[], text: string) {
  const places = columns.flatMap((column) => [
    sql`${sql.ref(column)} like ${likeOf(text)} escape '\\'`,
    sql`lower(${sql.ref(column)}) like ${likeOf(text.toLowerCase())} escape '\\'`,
  ]);
  return sql<SqlBool>`(${sql.join(places, sql` or `)})`;
}

/** What somebody types is looked for as it is: no sign in it stands for others. */
const likeOf = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
