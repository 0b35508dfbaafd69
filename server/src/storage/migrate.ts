import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration';
import type { Engine } from './engine.ts';
import { ground } from './migrations/0001-ground.ts';
import { guideCodes } from './migrations/0002-guide-codes.ts';
import { passwords } from './migrations/0003-passwords.ts';
import { invitationRefusals } from './migrations/0004-invitation-refusals.ts';
import { permissionProfiles } from './migrations/0005-permission-profiles.ts';
import { alerts } from './migrations/0007-alerts.ts';
import { validationRuns } from './migrations/0006-validation-runs.ts';
import { alertMails } from './migrations/0010-alert-mails.ts';
import { applicationConnections } from './migrations/0008-application-connections.ts';
import { invitationMails } from './migrations/0011-invitation-mails.ts';
import { connectionCandidates } from './migrations/0009-connection-candidates.ts';
import { pendingList } from './migrations/0014-pending-list.ts';
import { invitationImports } from './migrations/0015-invitation-imports.ts';
import { validationTimes } from './migrations/0018-validation-times.ts';
import { customerLanguage } from './migrations/0024-customer-language.ts';
import { branding } from './migrations/0017-branding.ts';
import { mailTemplates } from './migrations/0022-mail-templates.ts';
import { auditSearch } from './migrations/0029-audit-search.ts';
import { adoptions } from './migrations/0020-adoptions.ts';
import { withoutInvitation } from './migrations/0021-without-invitation.ts';
import { linkCopied } from './migrations/0030-link-copied.ts';
import { newOneAsked } from './migrations/0016-new-one-asked.ts';

/** Every migration, in the order of its name. They go forward only. */
const migrations = {
  '0001-ground': ground,
  '0002-guide-codes': guideCodes,
  '0003-passwords': passwords,
  '0004-invitation-refusals': invitationRefusals,
  '0005-permission-profiles': permissionProfiles,
  '0006-validation-runs': validationRuns,
  '0007-alerts': alerts,
  '0008-application-connections': applicationConnections,
  '0009-connection-candidates': connectionCandidates,
  '0010-alert-mails': alertMails,
  '0011-invitation-mails': invitationMails,
  '0014-pending-list': pendingList,
  '0016-new-one-asked': newOneAsked,
  '0017-branding': branding,
  '0015-invitation-imports': invitationImports,
  '0018-validation-times': validationTimes,
  '0022-mail-templates': mailTemplates,
  '0024-customer-language': customerLanguage,
  '0029-audit-search': auditSearch,
  '0020-adoptions': adoptions,
  '0021-without-invitation': withoutInvitation,
  '0030-link-copied': linkCopied,
} as const;

/** Brings the database to this version, in one transaction, one process at a time. Throws, and leaves it as it was, on any fault. */
export async function migrate(engine: Engine): Promise<void> {
  const migrator = new Migrator({ db: engine.write, provider: providerFor(engine.kind) });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw engine.translate(error);
}

function providerFor(kind: Engine['kind']): MigrationProvider {
  const entries = Object.entries(migrations).map(([name, up]): [string, Migration] => [
    name,
    { up: (db) => up(db, kind) },
  ]);
  return { getMigrations: () => Promise.resolve(Object.fromEntries(entries)) };
}
