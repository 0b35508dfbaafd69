import type { Kysely } from 'kysely';
import type { MailTemplateRepository } from '../../mail-templates/mail-template-repository.ts';
import type { Tables } from '../tables.ts';

/** Words of the provider's own for mails, on either engine. */
export const mailTemplateRepository = (db: Kysely<Tables>): MailTemplateRepository => ({
  async findNewest(kind, language) {
    const row = await db
      .selectFrom('mail_templates')
      .selectAll()
      .where('kind', '=', kind)
      .where('language', '=', language)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { version, subject, body, changed_at: changedAt, changed_by: changedBy } = row;
    const own = subject === null || body === null ? null : { subject, body };
    return { kind, language, version, own, changedAt, changedBy };
  },
  async add({ kind, language, version, own, changedAt, changedBy }) {
    const { numInsertedOrUpdatedRows: added } = await db
      .insertInto('mail_templates')
      .values({
        kind,
        language,
        version,
        subject: own?.subject ?? null,
        body: own?.body ?? null,
        changed_at: changedAt,
        changed_by: changedBy,
      })
      .onConflict((conflict) => conflict.columns(['kind', 'language', 'version']).doNothing())
      .executeTakeFirstOrThrow();
    return added === 1n;
  },
});
