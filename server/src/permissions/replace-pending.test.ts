import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ReceivedMail } from '../../sandbox/mail/mailbox.ts';
import { engines, profileId, replacing, replaceStage, type Invited } from '../testing/replace-stage.ts';
import { answer, invite, look } from '../testing/steps.ts';

/* Version 2 of a profile was asked for, nobody has answered, and now there is a version 3. */

describe.each(engines)('on %s', (engine) => {
  const stage = replaceStage(engine);
  const { answerOlder, change, inviteAll, lacking, linkOf, pendingIds, save, supersededLines, tokens } = stage;
  const pendingBefore = async (query = '') =>
    (await stage.line.call('GET', `/v1/connections/${stage.at.connectionId}/pending-before${query}`)).body;

  test('what is pending stays where nobody says that it may be replaced, and is told as replaceable', async () => {
    const { customerId, older } = stage.at;
    const before = await look(stage.line, older);
    expect(await lacking()).toMatchObject([{ customerId, pending: 'replaceable' }]);
    expect(await pendingBefore(`?profileId=${profileId}`)).toEqual({ pending: 'replaceable' });
    for (const body of [{}, { replacePending: false }]) {
      expect((await inviteAll(body)).body).toMatchObject({ made: [], replaced: 0, pending: [customerId] });
      expect((await change(body)).body.code).toBe('customer_has_invitation');
    }
    expect(await look(stage.line, older)).toEqual(before);
    expect([await pendingIds(), await supersededLines()]).toEqual([[older], []]);
  });

  test('replaced, it is superseded in the same breath as the newer one is made: its line names that one, and its link and its mails are dead', async () => {
    const { customerId, connectionId, older, olderLink } = stage.at;
    const browser = stage.line.browse();
    await browser.open(olderLink);
    await browser.start();
    await stage.line.call('POST', `/v1/invitations/${older}/mails`, { to: stage.line.practice.admin.username });
    const { startPage } = (
      await stage.line.call<{ startPage: string }>('POST', `/v1/invitations/${older}/start-ticket`)
    ).body;
    const before = await tokens();

    const { body } = await inviteAll(replacing);
    const newer = body.made[0]!.invitationId;
    expect(body).toEqual({
      version: 3,
      made: [{ customerId, invitationId: newer }],
      replaced: 1,
      pending: [],
    });
    expect(await look(stage.line, older)).toMatchObject({ status: 'superseded' });
    expect(await look(stage.line, newer)).toMatchObject({ status: 'ready', profile: { id: profileId, version: 3 } });
    expect(await pendingIds()).toEqual([newer]);
    expect(await stage.line.store.read.invitations.count('pending')).toBe(1);
    expect(await supersededLines()).toMatchObject([
      { invitationId: older, customerId, actor: { kind: 'operator' }, details: { from: 'opened', replacedBy: newer } },
    ]);
    const start = await stage.line.store.read.starts.findLatest(older);
    expect([start?.sealed, typeof start?.supersededAt]).toEqual(['', 'string']);

    const told = 'A newer invitation has replaced this one';
    for (const link of [olderLink, startPage]) {
      const stranger = stage.line.browse();
      await stranger.open(link);
      const page = await stranger.get('/i/invitation');
      expect([page.status, await page.text()]).toEqual([410, expect.stringContaining(told)]);
    }
    const pressed = await browser.post('/i/start');
    expect([pressed.status, await pressed.text()]).toEqual([410, expect.stringContaining(told)]);
    await stage.line.runJob('invitation-mails');
    expect((await stage.line.store.read.invitationMails.listOf(older)).map(({ state }) => state)).toEqual(['dropped']);
    const { mails } = (await (await fetch(`${stage.line.practice.oracle}/mails`)).json()) as { mails: ReceivedMail[] };
    expect(mails.filter(({ text }) => text.includes(olderLink))).toEqual([]);
    expect(await tokens()).toEqual(before);

    await answer(stage.line, stage.line.browse(), await linkOf(newer), 'approves');
    expect((await tokens()).connection).toMatchObject({ id: connectionId, profile: { version: 3 } });
    expect(await lacking()).toEqual([]);
  });

  test('one that orders a service stays, before and after its link was opened', async () => {
    const { customerId, older } = stage.at;
    await stage.line.call('POST', `/v1/invitations/${older}/cancel`);
    const order = await invite(stage.line);
    for (const open of [() => Promise.resolve(), () => stage.line.browse().open(order.link)]) {
      await open();
      expect(await pendingBefore(`?profileId=${profileId}`)).toEqual({ pending: 'stays' });
      expect((await inviteAll(replacing)).body).toMatchObject({ made: [], replaced: 0, pending: [customerId] });
      expect((await change(replacing)).body.code).toBe('customer_has_invitation');
    }
    expect([await pendingIds(), await supersededLines()]).toEqual([[order.id], []]);
  });

  test('declined or expired it is replaced as well: nobody holds an answer', async () => {
    const { older } = stage.at;
    await answerOlder('declines');
    expect((await look(stage.line, older)).status).toBe('declined');
    const [made] = (await inviteAll(replacing)).body.made;
    await stage.line.pass(15 * 86_400_000);
    await stage.line.runJob('expire');
    const admin = await stage.signInAgain();
    expect((await look(stage.line, made!.invitationId)).status).toBe('expired');
    await save(3, ['Organization.Read.All', 'User.Read.All', 'Group.Read.All']);
    const last = await inviteAll(replacing, admin);
    expect(last.body).toMatchObject({ replaced: 1, pending: [] });
    expect((await supersededLines()).map(({ details }) => details['from'])).toEqual(['declined', 'expired']);
  });

  test('pressed again it makes no third: the newest version is asked for already, and that one is kept', async () => {
    const { customerId } = stage.at;
    const post = async (key?: string) => {
      const headers = { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) };
      const path = `/v1/permission-profiles/${profileId}/invite-again`;
      const sent = await stage.line.signed('POST', path, { headers, body: JSON.stringify(replacing) });
      return (await sent.json()) as Invited;
    };
    const key = randomUUID();
    const [first, second] = await Promise.all([post(key), post(key)]);
    expect(second).toEqual(first);
    expect(await post(key)).toEqual(first);
    const newer = first.made.map(({ invitationId }) => invitationId);
    expect([first.replaced, newer, await pendingIds()]).toEqual([1, [expect.any(String)], newer]);
    for (const other of [undefined, randomUUID()])
      expect(await post(other)).toMatchObject({ made: [], replaced: 0, pending: [customerId] });
    expect((await inviteAll(replacing)).body).toMatchObject({ made: [], replaced: 0 });
    expect([await pendingIds(), (await supersededLines()).length]).toEqual([newer, 1]);
    expect(await lacking()).toMatchObject([{ pending: 'stays' }]);
  });

  test('a key that was used for another request is refused, and one that is none', async () => {
    const { customerId } = stage.at;
    const path = `/v1/permission-profiles/${profileId}/invite-again`;
    const post = (key: string, body: object) =>
      stage.line.signed('POST', path, {
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      });
    const key = randomUUID();
    await post(key, replacing);
    const before = await pendingIds();
    const reused = await post(key, { ...replacing, customerIds: [customerId] });
    expect(await reused.json()).toMatchObject({ code: 'idempotency_key_reused' });
    expect(await (await post('short', replacing)).json()).toMatchObject({ code: 'idempotency_key_missing' });
    expect(await pendingIds()).toEqual(before);
  });

  test('by another profile it is replaced too; the same key gives the same invitation, and another key finds it asked for', async () => {
    const { connectionId } = stage.at;
    const other = 'northwind-fax';
    await save(0, ['Organization.Read.All'], other);
    const post = async (key: string) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      const body = JSON.stringify({ profileId: other, ...replacing });
      const sent = await stage.line.signed('POST', `/v1/connections/${connectionId}/invite-again`, { headers, body });
      return { status: sent.status, body: (await sent.json()) as { invitationId?: string; code?: string } };
    };
    expect((await change({}, other)).body.code).toBe('customer_has_invitation');
    const key = randomUUID();
    const [first, again] = await Promise.all([post(key), post(key)]);
    expect(first).toMatchObject({ status: 201, body: { replaced: 1 } });
    expect(again).toEqual(first);
    expect(await post(key)).toEqual(first);
    expect((await post(randomUUID())).body.code).toBe('customer_has_invitation');
    expect(await pendingBefore(`?profileId=${other}`)).toEqual({ pending: 'stays' });
    expect([await pendingIds(), (await supersededLines()).length]).toEqual([[first.body.invitationId], 1]);
  });

  test('of a connection without anything pending nothing is replaced, and of one that is not there nothing is told', async () => {
    const { older } = stage.at;
    await stage.line.call('POST', `/v1/invitations/${older}/cancel`);
    expect(await pendingBefore()).toEqual({ pending: 'none' });
    expect((await change(replacing)).body).toMatchObject({ replaced: 0 });
    expect(await supersededLines()).toEqual([]);
    const nowhere = `/v1/connections/con_${'0'.repeat(26)}/pending-before`;
    expect((await stage.line.call('GET', nowhere)).body['code']).toBe('connection_not_found');
    expect(await pendingBefore('?profileId=tailspin-voice')).toMatchObject({ code: 'permission_profile_not_found' });
  });

  test('a Monitor replaces nothing', async () => {
    const { connectionId, older } = stage.at;
    const monitor = await stage.line.as('Monitor');
    const all = await monitor('POST', `/v1/permission-profiles/${profileId}/invite-again`, replacing);
    const one = await monitor('POST', `/v1/connections/${connectionId}/invite-again`, { profileId, ...replacing });
    const reading = await monitor('GET', `/v1/connections/${connectionId}/pending-before`);
    expect([all, one, reading].map(({ body }) => body['code'])).toEqual(Array(3).fill('role_insufficient'));
    expect([await pendingIds(), await supersededLines()]).toEqual([[older], []]);
  });
});
