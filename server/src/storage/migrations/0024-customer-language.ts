import { sql, type Kysely } from 'kysely';

/** In which language a customer is written to. Those who are there already were written to in English. */
export async function customerLanguage(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table customers add column language text not null default 'en'`).execute(db);
}
