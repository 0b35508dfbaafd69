import { describe, expect, test } from 'vitest';
import { engines, replacing, replaceStage, type Invited } from '../testing/replace-stage.ts';
import { look } from '../testing/steps.ts';

/* An invitation is replaced by a newer one while its answer is on the way, or after it. */

describe.each(engines)('on %s', (engine) => {
  const stage = replaceStage(engine);
  const { answerOlder, change, inviteAll, lacking, pendingIds, supersededLines, tokens, whileJudged } = stage;
  const redeemed = async () =>
    (await stage.line.requests()).filter(({ grantType }) => grantType === 'authorization_code').length;
  /** An admin at the point where Microsoft sends them back. */
  async function onTheWayBack() {
    const browser = stage.line.browse();
    await browser.open(stage.at.olderLink);
    const { left } = await browser.atMicrosoft(await browser.start(), stage.line.practice.admin, 'approves');
    return { browser, back: left! };
  }

  test('an answer that Microsoft gives to the older one comes too late: its code is not redeemed, and no token is kept', async () => {
    const { older } = stage.at;
    const { browser, back } = await onTheWayBack();
    const [before, asked] = [await tokens(), await redeemed()];
    await inviteAll(replacing);
    const { page, html } = await browser.comeBack(back);
    expect(page.status).toBe(410);
    expect(html).toContain('A newer invitation has replaced this one');
    expect([await tokens(), await redeemed()]).toEqual([before, asked]);
    expect(await look(stage.line, older)).toMatchObject({ status: 'superseded' });
  });

  test('an answer that was being judged when the newer one was made is stored nowhere', async () => {
    const { older } = stage.at;
    const { browser, back } = await onTheWayBack();
    const before = await tokens();
    let invited: Invited | undefined;
    whileJudged(async () => void (invited = (await inviteAll(replacing)).body));
    const { html } = await browser.comeBack(back);
    expect(invited).toMatchObject({ replaced: 1 });
    expect(html).toContain('A newer invitation has replaced this one');
    expect(await tokens()).toEqual(before);
    expect(await look(stage.line, older)).toMatchObject({ status: 'superseded' });
    expect(await pendingIds()).toEqual(invited?.made.map(({ invitationId }) => invitationId));
  });

  test('the answer and the newer one at once: exactly one of them wins', async () => {
    const { connectionId, older } = stage.at;
    const { browser, back } = await onTheWayBack();
    const before = await tokens();
    const [, { body }] = await Promise.all([browser.get(back.pathname + back.search), inviteAll(replacing)]);
    const actions = (await stage.line.store.read.audit.ofInvitation(older)).map(({ action }) => action);
    const ends = actions.filter((one) => one === 'invitation.consented' || one === 'invitation.superseded');
    expect(ends).toEqual([body.replaced === 1 ? 'invitation.superseded' : 'invitation.consented']);
    const { invitationId } = (await stage.line.store.read.connections.find(connectionId))!;
    if (body.replaced === 1) expect(await tokens()).toEqual(before);
    else expect([invitationId, body.made, await pendingIds()]).toEqual([older, [], [older]]);
  });

  test.each([
    ['proved', null, 'authentication_complete'],
    ['not proved', 'no-grants', 'consented'],
  ] as const)('an answer that is %s stays, whatever is asked for', async (_how, lie, status) => {
    const { customerId, older } = stage.at;
    await stage.line.fault({ lie });
    await answerOlder();
    await stage.line.fault({ lie: null });
    const before = await tokens();
    expect((await look(stage.line, older)).status).toBe(status);
    expect(await lacking()).toMatchObject([{ pending: 'stays' }]);
    expect((await inviteAll(replacing)).body).toMatchObject({ made: [], replaced: 0, pending: [customerId] });
    expect((await change(replacing)).body.code).toBe('customer_has_invitation');
    expect([(await look(stage.line, older)).status, await pendingIds()]).toEqual([status, [older]]);
    expect([await tokens(), await supersededLines()]).toEqual([before, []]);
  });
});
