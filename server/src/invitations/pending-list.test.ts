import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PendingMails } from '@latchkey/shared/api/pending-invitations';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InvitationMail } from '../invitation-mails/invitation-mail-repository.ts';
import { addSample, sampleAudit } from '../storage/store-samples.ts';
import { startLine, type Line } from '../testing/line.ts';

let line: Line;
beforeEach(async () => {
  line = await startLine();
  const [createdAt, expiresAt] = [line.now().toISOString(), new Date(line.now().getTime() + 9e8).toISOString()];
  await line.store.transact(async (tx) => {
    for (let n = 1; n <= 120; n += 1)
      await addSample(tx, n, { createdAt, expiresAt, statusSince: createdAt, reference: n === 7 ? '=1+1' : null });
  });
});
afterEach(() => line.stop());

interface Page {
  readonly items: readonly InvitationView[];
  readonly mails: readonly PendingMails[];
  readonly next: string | null;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
}
const list = (query = '') => line.call<Page>('GET', `/v1/pending-invitations${query}`);

test('fifty at a time, each once, by any order; and how many wait for whom', async () => {
  for (const order of ['owner', 'name', 'expiry']) {
    const seen: string[] = [];
    for (let before: string | null = ''; before !== null;) {
      const place: string = before === '' ? '' : `&before=${encodeURIComponent(before)}`;
      const { body }: { body: Page } = await list(`?order=${order}${place}`);
      expect([body.items.length <= 50, body.total, body.counts['provider']]).toEqual([true, 120, 120]);
      seen.push(...body.items.map(({ id }) => id));
      before = body.next;
    }
    expect([order, seen.length, new Set(seen).size]).toEqual([order, 120, 120]);
  }
  expect((await list('?search=Contoso%20007')).body).toMatchObject({ total: 1, next: null });
  expect((await list('?owner=customer')).body).toMatchObject({ total: 0, items: [], counts: { provider: 120 } });
});

test.each(['?status=green', '?order=colour', '?before=x', '?before=inv_x%20a', '?expiresBefore=soon', '?owner=me'])(
  '%s is refused',
  async (query) => {
    expect((await list(query)).body).toMatchObject({ code: 'request_invalid' });
  },
);

test('the file has a line for each that is meant, nothing to calculate, nothing of a link, and is on record', async () => {
  const { status, body } = await line.call<{ fileName: string; csv: string }>(
    'POST',
    '/v1/pending-invitations/export',
    { filter: { search: 'Contoso 007' } },
  );
  expect([status, body.fileName.slice(0, 21)]).toEqual([200, 'latchkey-invitations-']);
  const [header, row, ...more] = parse(body.csv) as string[][];
  expect(header).toHaveLength(row!.length);
  expect(row).toEqual(expect.arrayContaining(['Contoso 007', 'contoso7', "'=1+1", 'Ada Berg']));
  expect(more).toEqual([]);
  const lines = await line.store.read.audit.after(0, 1000);
  expect(lines.at(-1)).toMatchObject({ action: 'invitations.exported', details: { rows: 1, order: 'owner' } });
});

test('a row says how often its link was mailed and what came of the last, and to whom only where names are seen', async () => {
  const [first, second] = (await list('?search=Contoso%200')).body.items;
  const at = line.now().toISOString();
  const mail = (n: number, change: Partial<InvitationMail>): InvitationMail => ({
    id: `mai_${String(n).padStart(26, '0')}`,
    invitationId: first!.id,
    linkVersion: 1,
    kind: 'invitation',
    to: 'megan@contoso.example',
    language: 'en',
    state: 'sent',
    claims: 1,
    tries: 0,
    due: at,
    queuedAt: at,
    queuedBy: { kind: 'operator', id: null, name: 'Ada Berg' },
    onceKey: null,
    doneAt: at,
    failure: null,
    ...change,
  });
  await line.store.transact(async (tx) => {
    await tx.audit.append(sampleAudit({ action: 'invitation.mail_queued' }));
    await tx.invitationMails.add(mail(1, {}));
    await tx.invitationMails.add(mail(2, {}));
    await tx.invitationMails.add(
      mail(3, { kind: 'reminder', state: 'failed', tries: 4, failure: { fault: 'refused', code: 550, at } }),
    );
    await tx.invitationMails.add(mail(4, { invitationId: second!.id, state: 'waiting', doneAt: null }));
  });
  const told = ({ mails }: Page) =>
    mails
      .map(({ taken, newest: { invitationId, state, to, lastFailure } }) => [
        [first!.id, second!.id].indexOf(invitationId),
        taken,
        state,
        to,
        lastFailure?.code ?? null,
      ])
      .toSorted();
  const page = (await list('?search=Contoso%200')).body;
  expect(told(page)).toEqual([
    [0, 2, 'failed', 'megan@contoso.example', 550],
    [1, 0, 'waiting', 'megan@contoso.example', null],
  ]);
  const seen = await (await line.as('Monitor'))<Page>('GET', '/v1/pending-invitations?search=Contoso%200');
  expect(told(seen.body).map(([, , , to]) => to)).toEqual([null, null]);
});
