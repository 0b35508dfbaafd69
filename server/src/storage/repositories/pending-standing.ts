import { sql } from 'kysely';
import { aadstsFaults } from '@latchkey/shared/errors/aadsts/aadsts-faults';
import {
  answerDueMs,
  isExpirable,
  saysWho,
  standingKeys,
  usualOwner,
  type Owner,
} from '@latchkey/shared/invitations/standing';
import { pendingStatuses } from '@latchkey/shared/invitations/status';

/**
 * The verdict that the invitation is about: its own consent's where that stands beside the connection. Read for the few that need it, and
 * by the customer, of whom there is one at most: by the invitation alone every candidate would be looked at for each of those few.
 */
const seen = sql<string>`coalesce(
  (select verdict from connection_candidates
    where connection_candidates.customer_id = invitations.customer_id and connection_candidates.invitation_id = invitations.id),
  (select verdict from connections where connections.customer_id = invitations.customer_id), '')`;

/** Since when the customer wants a new one in place of what has expired. Read for the few that need it: no list of all holds it. */
const asked = (table: string) => sql<string>`(select asked.new_one_asked_at from invitations asked
  where asked.id = ${sql.ref(`${table}.id`)} and asked.new_one_asked_at >= asked.expires_at)`;

const expired = sql<string>`case when ${asked('invitations')} is null then 'expired' else 'new_one_asked' end`;

const expirable = pendingStatuses.filter(isExpirable);

/**
 * How an invitation reads at a time, as the database works it out: the rules of shared's `standingOf`, for lists that are filtered and
 * ordered by it. A test compares the two for everything that an invitation can be. What is looked for inside of JSON is JSON that we
 * wrote, without white space; either engine can look for a piece of text.
 */
export function readsAt(now: string) {
  const dueBefore = new Date(Date.parse(now) - answerDueMs).toISOString();
  return sql<string>`case
    when invitations.status = 'consented' then case
      when ${seen} like '%"verdict":"settling"%' then 'settling'
      when ${seen} like '%"cause":"permission_one_person"%' then 'box_not_ticked'
      when ${seen} like '%"cause":"tenant_mismatch"%' then 'other_tenant_answered'
      else 'consented' end
    when invitations.expires_at <= ${now} and invitations.status in (${texts(expirable)}) then ${expired}
    when invitations.status = 'expired' then ${expired}
    when invitations.status = 'ready' and invitations.link_copied_at is not null then 'link_copied'
    when invitations.started_at <= ${dueBefore} and invitations.status in ('opened', 'signed_in') then 'no_answer'
    when invitations.status = 'approval_requested' and ${isLifted('invitations')} then 'approval_seen'
    else invitations.status end`;
}

/** Since when it reads so. */
export const since = sql<string>`case standings.reads when 'no_answer' then standings.started_at
  when 'link_copied' then standings.link_copied_at
  when 'expired' then standings.expires_at
  when 'new_one_asked' then ${asked('standings')}
  else standings.status_since end`;

const keysOf = (owner: Owner) => standingKeys.filter((key) => usualOwner(key) === owner);

/** Who must act. */
export const owner = sql<string>`case
  when standings.refusal is not null and standings.reads in (${texts(saysWho)}) then ${refusalOwner()}
  when standings.reads in (${texts(keysOf('customer'))}) then 'customer'
  when standings.reads in (${texts(keysOf('provider'))}) then 'provider'
  when standings.reads in (${texts(keysOf('microsoft'))}) then 'microsoft'
  else 'nobody' end`;

/** Where each way of reading stands in the order of an invitation's life. */
export const rank = sql<string>`case standings.reads ${sql.join(
  standingKeys.map((key, place) => sql`when ${sql.lit(key)} then ${sql.lit(String(place).padStart(2, '0'))}`),
  sql` `,
)} end`;

function texts(values: readonly string[]) {
  return sql.join(values.map((value) => sql.lit(value)));
}

function isLifted(table: string) {
  return sql<boolean>`${sql.ref(`${table}.refusal`)} like '%"liftedAt":"%'`;
}

function refusalOwner() {
  return sql<string>`case
    when ${isLifted('standings')} and standings.method in ('known-password', 'service-account') then 'provider'
    when ${saysOneOf('provider')} then 'provider'
    when ${saysOneOf('microsoft')} then 'microsoft'
    when ${saysOneOf('nobody')} then 'nobody'
    else 'customer' end`;
}

/** Whether Microsoft's code is one on which they must act. */
function saysOneOf(who: Owner) {
  const codes = Object.entries(aadstsFaults).filter(([, fault]) => fault.owner === who);
  if (codes.length === 0) return sql`1 = 0`;
  return sql`(${sql.join(
    codes.map(([number]) => sql`standings.refusal like ${sql.lit(`%"code":"AADSTS${number}"%`)}`),
    sql` or `,
  )})`;
}
