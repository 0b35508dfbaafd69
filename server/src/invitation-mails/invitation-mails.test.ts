import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mailStage } from '../testing/mail-stage.ts';
import { answer, invite, look } from '../testing/steps.ts';

const stage = mailStage();
const { work, mails, send, renew, newest, actionsOf, linkIn, age } = stage;

describe('Send', () => {
  test('owes a mail and answers; the mail has the link that Copy link shows, and moves the invitation', async () => {
    const { id, link, code } = await invite(stage.line);
    const sent = await send(id);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ to: stage.megan, kind: 'invitation', state: 'waiting', tries: 0, current: true });
    expect([(await look(stage.line, id)).status, (await mails()).length]).toEqual(['ready', 0]);
    await Promise.all([work(), work(), work()]);
    await work();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: [stage.megan],
      from: `latchkey@${stage.line.practice.situation.provider.domain}`,
    });
    expect(linkIn(mail!)).toBe(link);
    expect(mail?.text).toContain(code);
    expect(mail?.html).toContain(`href="${link}"`);
    expect(await look(stage.line, id)).toMatchObject({ status: 'email_sent' });
    expect(await newest(id)).toMatchObject({ state: 'sent', tries: 0, lastFailure: null });
    expect(await actionsOf(id)).toEqual(['invitation.mail_queued', 'invitation.mailed']);
  });

  test('says who asks, for whom, for what and why, who can approve it, until when and how it is taken back', async () => {
    const { id } = await invite(stage.line);
    await send(id);
    await work();
    const [mail] = await mails();
    const customer = stage.line.practice.situation.customer.name;
    expect(mail?.subject).toBe(`Northwind Voice asks you to approve access for ${customer}`);
    for (const part of [
      '- Assign telephone numbers in Teams (TeamsTelephoneNumber.ReadWrite.All): The service you ordered: Direct Routing',
      'Global Administrator. Nobody less can tick the box that Microsoft shows.',
      'In the Entra admin centre: Enterprise apps',
      'leads to 127.0.0.1:8787 and nowhere else',
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.text).not.toMatch(/\{|\bnull\b|\bundefined\b|Reference:/);
  });

  test('the mail that arrived leads to the consent', async () => {
    const { id } = await invite(stage.line);
    await send(id);
    await work();
    await answer(stage.line, stage.line.browse(), linkIn((await mails())[0]!), 'approves');
    expect((await look(stage.line, id)).status).toBe('authentication_complete');
  });

  test('under the same key it is the same mail, and pressed again while it waits, too; to another address only that one', async () => {
    const { id } = await invite(stage.line);
    const key = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
    const body = JSON.stringify({ to: stage.megan });
    const bodies = [];
    for (let time = 0; time < 2; time += 1)
      bodies.push(
        await (await stage.line.signed('POST', `/v1/invitations/${id}/mails`, { headers: key, body })).json(),
      );
    expect(bodies[1]).toEqual(bodies[0]);
    expect((await send(id)).body.id).toBe((bodies[0] as InvitationMailView).id);
    await send(id, { to: 'other@contoso.example' });
    await work();
    expect((await mails()).map(({ to }) => to)).toEqual([['other@contoso.example']]);
  });

  test.each([
    'megan',
    'megan@contoso.example,spy@evil.example',
    'Megan <megan@contoso.example>',
    'megan@contoso.example\r\nBcc: spy@evil.example',
  ])('to %j is refused, and nothing is owed', async (to) => {
    const { id } = await invite(stage.line);
    expect((await send(id, { to })).body.code).toBe('mail_address_refused');
    expect(await newest(id)).toBeUndefined();
  });

  test('of what is over is refused, and who may not write may not send or preview', async () => {
    const { id } = await invite(stage.line);
    const monitor = await stage.line.as('Monitor');
    expect((await monitor('POST', `/v1/invitations/${id}/mails`, { to: stage.megan })).body['code']).toBe(
      'role_insufficient',
    );
    expect((await monitor('GET', `/v1/invitations/${id}/mail-preview`)).body['code']).toBe('role_insufficient');
    age(id, 15);
    expect((await send(id)).body.code).toBe('invitation_expired');
    await stage.line.call('POST', `/v1/invitations/${id}/cancel`);
    expect((await send(id)).body.code).toBe('invitation_move_illegal');
    expect(await newest(id)).toBeUndefined();
  });

  test('tells a Monitor how it goes, and not to whom', async () => {
    const { id } = await invite(stage.line);
    await send(id);
    expect((await newest(id, await stage.line.as('Monitor')))?.to).toBeNull();
    expect((await newest(id))?.to).toBe(stage.megan);
  });
});

describe('what is not taken', () => {
  test('for the moment is tried each minute with its count and its reason, and told in the trail once', async () => {
    const { id } = await invite(stage.line);
    await stage.line.fault({ mail: { at: 'message', status: 451, times: 3 } });
    await send(id);
    for (const minute of [0, 0.9, 1, 2]) {
      stage.line.resetClock();
      stage.line.moveClock(minute * 60_000 + 500);
      await work();
    }
    expect(await look(stage.line, id)).toMatchObject({ status: 'email_failed' });
    expect(await newest(id)).toMatchObject({
      state: 'waiting',
      tries: 3,
      lastFailure: { fault: 'not_now', code: 451 },
    });
    expect(await mails()).toEqual([]);
    stage.line.moveClock(3 * 60_000);
    await work();
    expect(await look(stage.line, id)).toMatchObject({ status: 'email_sent' });
    expect((await mails()).length).toBe(1);
    expect(await actionsOf(id)).toEqual(['invitation.mail_queued', 'invitation.mail_failed', 'invitation.mailed']);
  });

  test('for good is given up at once, and seen so; sent again it is another mail', async () => {
    const { id } = await invite(stage.line);
    await stage.line.fault({ mail: { at: 'receiver', status: 550, times: 1 } });
    await send(id);
    await work();
    stage.line.moveClock(3_600_000);
    await work();
    expect(await look(stage.line, id)).toMatchObject({ status: 'email_failed' });
    expect(await newest(id)).toMatchObject({ state: 'failed', tries: 1, lastFailure: { fault: 'refused', code: 550 } });
    stage.line.resetClock();
    await send(id, { to: 'other@contoso.example' });
    await work();
    expect((await mails()).map(({ to }) => to)).toEqual([['other@contoso.example']]);
    expect((await look(stage.line, id)).status).toBe('email_sent');
  });

  test('or whose taking nobody heard of comes again under the same Message-ID, and another mail under another', async () => {
    const { id } = await invite(stage.line);
    await stage.line.fault({ mail: { hangsUp: 'after', times: 1 } });
    await send(id);
    await work();
    stage.line.moveClock(61_000);
    await work();
    await send(id);
    await work();
    const ids = (await mails()).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(3);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(2);
  });

  test('moves nobody back who has opened the link already', async () => {
    const { id, link } = await invite(stage.line);
    const browser = stage.line.browse();
    await browser.open(link);
    await browser.start();
    await stage.line.fault({ mail: { at: 'receiver', status: 450, times: 1 } });
    await send(id);
    await work();
    expect((await look(stage.line, id)).status).toBe('opened');
    stage.line.moveClock(61_000);
    await work();
    expect((await look(stage.line, id)).status).toBe('opened');
    expect(await newest(id)).toMatchObject({ state: 'sent' });
  });
});

test('what waits is not sent any more once the invitation is cancelled, renewed or answered', async () => {
  const cancelled = await invite(stage.line);
  await send(cancelled.id);
  await stage.line.call('POST', `/v1/invitations/${cancelled.id}/cancel`);
  await work();
  const renewed = await invite(stage.line);
  await send(renewed.id);
  await renew(renewed.id);
  await work();
  expect(await mails()).toEqual([]);
  expect([(await newest(cancelled.id))?.state, (await newest(renewed.id))?.state]).toEqual(['dropped', 'dropped']);
  expect((await look(stage.line, renewed.id)).status).toBe('ready');
});

describe('the proof', () => {
  const proofs = async () => (await mails()).filter(({ subject }) => subject.endsWith('approved, and proved'));

  test('is mailed once to where the link was mailed: what was approved, by whom, when and for which app; nothing in it opens anything', async () => {
    const { id, link, code } = await invite(stage.line);
    await send(id);
    await work();
    const { html } = await answer(stage.line, stage.line.browse(), link, 'approves');
    expect(html).toContain('It is also mailed, once, to the address that the link was sent to.');
    expect(html).not.toContain(`mailto:`);
    await Promise.all([work(), work(), work()]);
    const connection = await stage.line.store.read.connections.findByInvitation(id);
    await stage.line.call('POST', `/v1/connections/${connection!.id}/validate`);
    await stage.line.call('POST', `/v1/invitations/${id}/add`);
    stage.line.moveClock(61_000);
    await work();
    const [proof, ...more] = await proofs();
    expect(more).toEqual([]);
    expect(proof?.to).toEqual([stage.megan]);
    for (const part of [
      `(TeamsTelephoneNumber.ReadWrite.All)`,
      `Approved by: ${stage.megan}`,
      'Approved on: ',
      connection!.tenantId,
      'Enterprise apps, the app of Northwind Voice',
    ])
      expect(proof?.text).toContain(part);
    for (const secret of [new URL(link).hash.slice(1), code, '/i#'])
      expect(JSON.stringify(proof)).not.toContain(secret);
    expect(new Set((await mails()).map(({ messageId }) => messageId)).size).toBe(2);
    expect(await newest(id), 'what is said of the link is said of the link').toMatchObject({ kind: 'invitation' });
    expect((await look(stage.line, id)).status).toBe('onboarded');
    expect((await actionsOf(id)).filter((action) => action === 'invitation.mailed')).toHaveLength(2);
  });

  test('goes to no address that the link never reached', async () => {
    const { id, link } = await invite(stage.line);
    await send(id);
    await work();
    await stage.line.fault({ mail: { at: 'receiver', status: 550, times: 1 } });
    await send(id, { to: 'nobody@contoso.example' });
    await work();
    await answer(stage.line, stage.line.browse(), link, 'approves');
    await work();
    expect((await proofs()).map(({ to }) => to)).toEqual([[stage.megan]]);
  });

  test('is owed to nobody where the link was never mailed, and the page says nothing of a mail', async () => {
    const { id, link } = await invite(stage.line);
    const { html } = await answer(stage.line, stage.line.browse(), link, 'approves');
    expect(html).toContain('Done, and proved');
    expect(html).not.toContain('also mailed');
    await work();
    expect([await mails(), await actionsOf(id)]).toEqual([[], []]);
  });
});

test('a preview is the mail without what opens anything', async () => {
  const { id, link, code } = await invite(stage.line);
  const { status, body } = await stage.line.call<{ subject: string; text: string; html: string }>(
    'GET',
    `/v1/invitations/${id}/mail-preview?kind=reminder`,
  );
  expect(status).toBe(200);
  expect(body.subject).toMatch(/^Reminder: /);
  expect(body.text).toContain('#the-link-is-made-when-the-mail-is-sent');
  for (const secret of [new URL(link).hash.slice(1), code]) expect(JSON.stringify(body)).not.toContain(secret);
});

describe('a tenant that nobody has read', () => {
  // The other tests have read theirs.
  const own = mailStage();

  test('is told nothing of changes, and what changes once it was read', async () => {
    const first = await invite(own.line);
    await own.send(first.id);
    await own.work();
    await answer(own.line, own.line.browse(), linkIn((await own.mails())[0]!), 'approves');
    await own.line.call('POST', `/v1/invitations/${first.id}/add`);
    const again = await invite(own.line);
    await own.send(again.id);
    await own.work();
    const [before, after] = (await own.mails()).filter(({ subject }) => subject.includes('asks you'));
    expect(before?.text).not.toContain('What changes in your tenant');
    expect(after?.text).toContain('What changes in your tenant');
    expect(after?.text).toMatch(
      /- You approved this before; it stays as it is: .*TeamsTelephoneNumber\.ReadWrite\.All/,
    );
    expect(after?.text).not.toMatch(/may take it away|is not in your tenant|\{\{/);
  });
});
