import { sql, type Kysely } from 'kysely';

/** Mails about invitations, each of them owed until it is taken; and the links that were good before they were renewed. */
export async function invitationMails(db: Kysely<unknown>): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table invitation_mails (id text primary key, invitation_id text not null references invitations (id),
    link_version integer not null, kind text not null, receiver text not null, language text not null, state text not null,
    claims integer not null, tries integer not null, due text not null, queued_at text not null, queued_by_kind text not null,
    queued_by_id text, queued_by_name text, once_key text unique, done_at text, fault text, fault_code integer, fault_at text)`,
  `create index invitation_mails_by_due on invitation_mails (state, due)`,
  `create index invitation_mails_of_invitation on invitation_mails (invitation_id, id)`,
  `create table former_links (hash text primary key, typed_code_hash text not null,
    invitation_id text not null references invitations (id))`,
  `create index former_links_by_code on former_links (typed_code_hash)`,
] as const;
