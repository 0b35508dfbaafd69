import type { Kysely } from 'kysely';
import { logoTypes, type LogoType } from '@latchkey/shared/branding/logo-type';
import type { BrandingRepository } from '../../branding/branding-repository.ts';
import type { Tables } from '../tables.ts';

const onlyRow = 'pages';
const isLogoType = (text: string): text is LogoType => Object.hasOwn(logoTypes, text);

/** How the provider looks, on either engine. */
export const brandingRepository = (db: Kysely<Tables>): BrandingRepository => ({
  async find() {
    const row = await db.selectFrom('branding').selectAll().where('id', '=', onlyRow).executeTakeFirst();
    if (row === undefined) return undefined;
    const { accent_light: light, accent_dark: dark, logo_type: type, logo_data: data } = row;
    return {
      accent: light === null || dark === null ? null : { light, dark },
      logo: type === null || data === null || !isLogoType(type) ? null : { type, data },
      changedAt: row.changed_at,
      changedBy: row.changed_by,
      version: row.version,
    };
  },
  async put({ accent, logo, changedAt, changedBy }, follows) {
    const columns = {
      version: follows + 1,
      accent_light: accent?.light ?? null,
      accent_dark: accent?.dark ?? null,
      logo_type: logo?.type ?? null,
      logo_data: logo?.data ?? null,
      changed_at: changedAt,
      changed_by: changedBy,
    };
    if (follows === 0) {
      const { numInsertedOrUpdatedRows: added } = await db
        .insertInto('branding')
        .values({ id: onlyRow, ...columns })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return added === 1n;
    }
    const { numUpdatedRows: changed } = await db
      .updateTable('branding')
      .set(columns)
      .where('id', '=', onlyRow)
      .where('version', '=', follows)
      .executeTakeFirstOrThrow();
    return changed === 1n;
  },
});
