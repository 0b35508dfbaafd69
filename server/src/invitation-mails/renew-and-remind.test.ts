import type { InvitationView } from '@latchkey/shared/api/invitations';
import { describe, expect, test } from 'vitest';
import { mailStage } from '../testing/mail-stage.ts';
import { answer, invite, look } from '../testing/steps.ts';

const stage = mailStage();
const day = 86_400_000;
const { work, mails, send, renew, newest, linkIn, age } = stage;

describe('Renew', () => {
  test('makes another link with a term of its own; who holds the old one, or its code, is told that it was renewed', async () => {
    const { id, link, code } = await invite(stage.line);
    age(id, 15);
    await stage.line.runJob('expire');
    expect((await look(stage.line, id)).status).toBe('expired');
    const renewed = await renew(id, { days: 5, to: stage.megan });
    expect([renewed.status, renewed.body.status]).toEqual([200, 'ready']);
    expect(Date.parse(renewed.body.expiresAt) - stage.line.now().getTime()).toBeGreaterThan(4.9 * day);
    expect(Date.parse(renewed.body.expiresAt) - stage.line.now().getTime()).toBeLessThanOrEqual(5 * day);
    await work();
    const [mail] = await mails();
    expect(linkIn(mail!)).toMatch(/#[\w-]{43}$/);
    expect(linkIn(mail!)).not.toBe(link);
    const old = await stage.line.browse().open(link);
    expect([old.status, ((await old.json()) as { code: string }).code]).toEqual([410, 'link_renewed']);
    const byCode = await stage.line.browse().post('/i/code', { code });
    expect([byCode.status, await byCode.text()]).toEqual([410, expect.stringContaining('This code was renewed.')]);
    expect((await stage.line.browse().open(linkIn(mail!))).status).toBe(204);
  });

  test('makes a link that nobody has copied yet: we must act again, until it is', async () => {
    const { id } = await invite(stage.line);
    const first = (await look(stage.line, id)).linkCopiedAt;
    expect(first).not.toBeNull();
    const renewed = await renew(id);
    expect(renewed.body).toMatchObject({ status: 'ready', linkCopiedAt: null });
    expect(await look(stage.line, id)).toEqual(renewed.body);
    stage.line.moveClock(60_000);
    await stage.line.call('POST', `/v1/invitations/${id}/link`);
    const second = (await look(stage.line, id)).linkCopiedAt;
    expect(Date.parse(second ?? '')).toBeGreaterThan(Date.parse(first ?? ''));
  });

  test('closes what the old link opened: the visit, and a start that is under way', async () => {
    const { id, link } = await invite(stage.line);
    const browser = stage.line.browse();
    await browser.open(link);
    const shown = await browser.atMicrosoft(await browser.start(), stage.line.practice.admin, 'approves');
    await renew(id);
    expect((await browser.get('/i/invitation')).status).toBe(404);
    await browser.comeBack(shown.left!);
    expect(await look(stage.line, id)).toMatchObject({ status: 'ready', startedAt: null, connection: null });
  });

  test('of one for which no method was chosen is a new term, and it is a draft again, on record or not that it expired', async () => {
    const { body: draft } = await stage.line.call<InvitationView>('POST', '/v1/invitations', {
      ...{ tenant: stage.line.practice.situation.customer.domain, fullName: 'Contoso Ltd', shortName: 'no-method' },
      ...{ kind: 'direct-routing', licenceType: 'hosted-pro', licensedUsers: 50 },
    });
    const choose = () => stage.line.call('POST', `/v1/invitations/${draft.id}/method`, { method: 'invitation-link' });
    for (const isOnRecord of [true, false]) {
      age(draft.id, 15);
      if (isOnRecord) await stage.line.runJob('expire');
      expect((await choose()).body['code']).toBe('invitation_move_illegal');
      expect((await renew(draft.id, { to: stage.megan })).body.code).toBe('invitation_move_illegal');
      expect(await renew(draft.id)).toMatchObject({ status: 200, body: { status: 'draft', method: null } });
    }
    expect((await stage.line.store.read.invitations.find(draft.id))?.link).toBeNull();
    expect(await mails()).toEqual([]);
    expect(await choose()).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect((await stage.line.call('POST', `/v1/invitations/${draft.id}/link`)).status).toBe(200);
  });

  test('is refused once it is answered or cancelled, and for a term that nobody offers', async () => {
    const { id, link } = await invite(stage.line);
    expect((await renew(id, { days: 0 })).body.code).toBe('request_invalid');
    expect((await renew(id, { days: 91 })).body.code).toBe('request_invalid');
    expect((await renew(id, { to: 'nobody' })).body.code).toBe('mail_address_refused');
    expect((await stage.line.browse().open(link)).status).toBe(204);
    await stage.line.call('POST', `/v1/invitations/${id}/cancel`);
    expect((await renew(id)).body.code).toBe('invitation_move_illegal');
  });
});

describe('Remind', () => {
  const mailed = async () => {
    const { id, link } = await invite(stage.line);
    await send(id);
    await work();
    return { id, link };
  };
  /** Of those about the link: the proof of an approval is another matter. */
  const subjects = async () =>
    (await mails()).map(({ subject }) => subject.split(' ')[0]).filter((word) => word !== 'Contoso');
  const remind = async () => {
    await stage.line.runJob('remind');
    await work();
  };

  test('is the same link once more, and asks for a mail that was taken before', async () => {
    const fresh = await invite(stage.line);
    expect((await send(fresh.id, { kind: 'reminder' })).body.code).toBe('invitation_not_mailed');
    await stage.line.call('POST', `/v1/invitations/${fresh.id}/cancel`);
    const { id, link } = await mailed();
    await send(id, { kind: 'reminder' });
    await work();
    expect(await subjects()).toEqual(['Northwind', 'Reminder:']);
    expect(linkIn((await mails())[1]!)).toBe(link);
  });

  test('comes by itself three days before the end, once, however many look', async () => {
    const { id } = await mailed();
    age(id, 10.9);
    await remind();
    expect(await subjects()).toEqual(['Northwind']);
    age(id, 0.2);
    await Promise.all([stage.line.runJob('remind'), stage.line.runJob('remind')]);
    await remind();
    age(id, 1.5);
    await remind();
    expect(await subjects()).toEqual(['Northwind', 'Reminder:']);
    expect(await newest(id)).toMatchObject({ kind: 'reminder', queuedBy: 'Latchkey', state: 'sent' });
  });

  test('does not come to who was never mailed, was mailed within a day, has cancelled or answered', async () => {
    const cancel = (id: string) => stage.line.call('POST', `/v1/invitations/${id}/cancel`);
    const fresh = await invite(stage.line);
    age(fresh.id, 12);
    await remind();
    await cancel(fresh.id);
    const cancelled = await mailed();
    await cancel(cancelled.id);
    age(cancelled.id, 12);
    await remind();
    const answered = await mailed();
    await answer(stage.line, stage.line.browse(), answered.link, 'approves');
    age(answered.id, 12);
    await remind();
    await cancel(answered.id);
    const late = await mailed();
    await renew(late.id, { days: 2, to: stage.megan });
    await work();
    age(late.id, 0.9);
    await remind();
    expect(await subjects()).toEqual(['Northwind', 'Northwind', 'Northwind', 'Northwind']);
    age(late.id, 0.2);
    await remind();
    expect((await subjects()).at(-1)).toBe('Reminder:');
  });
});
