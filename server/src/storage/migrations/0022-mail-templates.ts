import { sql, type Kysely } from 'kysely';

/** Words of the provider's own for mails. A version never changes; without subject and body it is the words of Latchkey again. */
export async function mailTemplates(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table mail_templates (kind text not null, language text not null, version integer not null, subject text,
        body text, changed_at text not null, changed_by text not null, primary key (kind, language, version))`,
    )
    .execute(db);
}
