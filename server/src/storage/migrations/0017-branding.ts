import { sql, type Kysely } from 'kysely';

/** How the provider looks on its pages: one row, as long as there is one. The logo is base64, and small. */
export async function branding(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table branding (id text primary key, version integer not null, accent_light text, accent_dark text,
        logo_type text, logo_data text, changed_at text not null, changed_by text not null)`,
    )
    .execute(db);
}
