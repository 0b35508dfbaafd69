import { sql, type Kysely } from 'kysely';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { linkCopied } from './migrations/0030-link-copied.ts';
import { addSample, sampleAudit, sampleInvitation, sampleLink } from './store-samples.ts';
import { prepareMs, temporaryStores, type TemporaryStore } from './temporary-store.ts';

describe.each(Object.entries(temporaryStores))('on %s', (_engine, engine) => {
  beforeAll(() => engine.prepare(), prepareMs);
  let temporary: TemporaryStore | undefined;
  afterEach(async () => {
    await temporary?.close();
    temporary = undefined;
  });

  test('what was copied before that was kept is known from the trail: this very link, the first time', async () => {
    temporary = await engine.open();
    const { store, engine: opened } = temporary;
    const shown = (n: number, linkVersion: number, at: string) =>
      sampleAudit({
        ...{ at, action: 'invitation.link_shown', invitationId: sampleInvitation(n).id },
        details: { linkVersion, tenantId: 'any' },
      });
    await store.transact(async (tx) => {
      await addSample(tx, 1, { status: 'ready', link: sampleLink(1, { version: 2 }) });
      await addSample(tx, 2, { status: 'ready', link: sampleLink(2) });
      await addSample(tx, 3, { status: 'ready', link: sampleLink(3) });
      await addSample(tx, 4);
      await tx.audit.append(shown(1, 1, '2026-11-03T09:00:00.000Z'));
      await tx.audit.append(shown(1, 2, '2026-11-04T09:00:00.000Z'));
      await tx.audit.append(shown(1, 2, '2026-11-05T09:00:00.000Z'));
      await tx.audit.append(shown(3, 12, '2026-11-05T09:00:00.000Z'));
    });
    const before = ['drop index invitations_standing', 'alter table invitations drop column link_copied_at'];
    for (const statement of [...before, 'create index invitations_standing on invitations (pending)'])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await sql.raw(statement).execute(opened.write);
    await linkCopied(opened.write as Kysely<unknown>);
    const links = await Promise.all([1, 2, 3, 4].map((n) => store.read.invitations.find(sampleInvitation(n).id)));
    expect(links.map((one) => one?.link?.copiedAt)).toEqual(['2026-11-04T09:00:00.000Z', null, null, undefined]);
  });
});
