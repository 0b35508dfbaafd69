import { sql, type Kysely } from 'kysely';

/**
 * When an operator first copied the link that is good now; null where nobody did. What was copied before stands in the trail. The
 * index of the pending list holds it too: a walk of it goes on reading no row.
 */
export async function linkCopied(db: Kysely<unknown>): Promise<void> {
  const statements = [
    'alter table invitations add column link_copied_at text',
    `update invitations set link_copied_at = (select min(audit.at) from audit where audit.invitation_id = invitations.id
      and audit.action = 'invitation.link_shown'
      and audit.details like '%"linkVersion":' || cast(invitations.link_version as text) || ',%')`,
    'drop index invitations_standing',
    `create index invitations_standing on invitations
      (pending, customer_id, status, status_since, started_at, expires_at, link_copied_at, method, refusal, id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
