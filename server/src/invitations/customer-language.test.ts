import type { InvitationView } from '@latchkey/shared/api/invitations';
import { describe, expect, test } from 'vitest';
import { mailStage } from '../testing/mail-stage.ts';
import { answer, invite, look } from '../testing/steps.ts';

const stage = mailStage();
const { work, mails, send, renew } = stage;

/** A second customer, of another tenant than the situation's own: nobody else here is written to in German. */
const inviteGerman = (more: object = {}) =>
  invite(stage.line, { tenant: stage.line.practice.situation.provider.domain, language: 'de', ...more });
const languageOf = async (invitationId: string) => {
  const invitation = await stage.line.store.read.invitations.find(invitationId);
  return (await stage.line.store.read.customers.find(invitation!.customerId))?.language;
};
const preview = async (id: string, query = '') =>
  (await stage.line.call<{ subject: string }>('GET', `/v1/invitations/${id}/mail-preview${query}`)).body.subject;

describe('a customer who is written to in German', () => {
  test('meets German pages, whatever the browser asks for, and another customer in the same browser does not', async () => {
    const [german, english] = [await inviteGerman(), await invite(stage.line)];
    const browser = stage.line.browse();
    await browser.open(german.link);
    await browser.open(english.link);
    const [page, other] = await Promise.all(
      [german, english].map(({ id }) => browser.get(`/i/invitation?of=${id}`, { 'accept-language': 'en' })),
    );
    expect([page!.headers.get('content-language'), other!.headers.get('content-language')]).toEqual(['de', 'en']);
    const html = await page!.text();
    expect(html).toContain('bittet darum, die Teams-Telefonie für');
    expect(html).toContain(`action="/i/language?of=${german.id}"`);
    expect(html).not.toContain('What it could never do');
    expect(await other!.text()).toContain('What it could never do');
  });

  test('meets German endings as well, and one who chooses English is heard', async () => {
    const { id, link } = await inviteGerman();
    const browser = stage.line.browse();
    await browser.open(link);
    await stage.line.call('POST', `/v1/invitations/${id}/cancel`);
    expect(await (await browser.get(`/i/result?of=${id}`)).text()).toContain('Diese Einladung wurde zurückgezogen');
    const chosen = await browser.post(`/i/language?of=${id}`, { language: 'en', page: 'result' });
    const back = chosen.headers.get('location')!;
    expect(back).toBe(`/i/result?of=${id}`);
    expect(await (await browser.get(back)).text()).toContain('This invitation was cancelled');
    expect(await languageOf(id), 'that is the reader’s, and not the customer’s').toBe('de');
  });

  test('is mailed in German, reminded and renewed so; a mail that is asked for in English is English', async () => {
    const { id } = await inviteGerman();
    expect(await preview(id)).toContain('bittet Sie um Ihre Zustimmung');
    expect(await preview(id, '?language=en')).toContain('asks you to approve access');
    await send(id);
    await work();
    await send(id, { kind: 'reminder' });
    await work();
    await send(id, { language: 'en' });
    await work();
    await renew(id, { to: stage.megan });
    await work();
    const opening = /bittet Sie|Erinnerung|asks you/;
    expect((await mails()).map(({ subject }) => opening.exec(subject ?? '')?.[0])).toEqual([
      'bittet Sie',
      'Erinnerung',
      'asks you',
      'bittet Sie',
    ]);
  });

  test('stays so where the next invitation says nothing, and is English once one says so', async () => {
    const first = await inviteGerman();
    await stage.line.call('POST', `/v1/invitations/${first.id}/cancel`);
    const second = await inviteGerman({ language: undefined });
    expect(await languageOf(second.id)).toBe('de');
    await stage.line.call('POST', `/v1/invitations/${second.id}/cancel`);
    const third = await inviteGerman({ language: 'en' });
    expect(await languageOf(third.id)).toBe('en');
  });
});

test('where nobody says one it is the deployment’s, and the term as well', async () => {
  const { id } = await invite(stage.line);
  expect(await languageOf(id)).toBe('en');
  const { createdAt, expiresAt } = await look(stage.line, id);
  expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(14 * 86_400_000);
});

test('a term that was chosen is the invitation’s, and stands on its page', async () => {
  const { id, link } = await invite(stage.line, { days: 3, reference: 'TICKET-7' });
  const { createdAt, expiresAt, reference } = await look(stage.line, id);
  expect([Date.parse(expiresAt) - Date.parse(createdAt), reference]).toEqual([3 * 86_400_000, 'TICKET-7']);
  const browser = stage.line.browse();
  await browser.open(link);
  expect(await (await browser.get(`/i/invitation?of=${id}`)).text()).toContain(`datetime="${expiresAt}"`);
});

test('the whole way in German: what comes back from Microsoft ends on a German page', async () => {
  const { id, link } = await invite(stage.line, { language: 'de' });
  const { html } = await answer(stage.line, stage.line.browse(), link, 'approves');
  expect(html).toContain('Erledigt und nachgewiesen');
  expect(html).not.toContain('Done, and proved');
  await stage.line.call<InvitationView>('POST', `/v1/invitations/${id}/cancel`);
  await stage.line.call('POST', `/v1/invitations/${(await invite(stage.line, { language: 'en' })).id}/cancel`);
});
