import type { GuideView } from '@latchkey/shared/api/guides';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AdminBrowser } from '../testing/admin-browser.ts';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite } from '../testing/steps.ts';

/* A customer whose connection is in use is invited once more: the connection is re-initiated. */

let line: Line;
let first: string;
beforeEach(async () => {
  line = await startLine();
  const invited = await invite(line);
  first = invited.id;
  await answer(line, line.browse(), invited.link, 'approves');
  const added = await line.call('POST', `/v1/invitations/${first}/add`);
  expect(added.status).toBe(201);
});
afterEach(() => line.stop());

/** Microsoft's side forgets what was granted, and the admin answers a second invitation. */
async function second(
  how: Parameters<typeof answer>[3],
): Promise<{ readonly id: string; readonly browser: AdminBrowser }> {
  await line.fault({ revokeGrants: true });
  const { id, link } = await invite(line);
  const browser = line.browse();
  await answer(line, browser, link, how);
  return { id, browser };
}
const guideOf = async (id: string) => (await line.call<GuideView>('GET', `/v1/invitations/${id}/guide`)).body;
const check = (id: string) => line.call<GuideView & { code?: string }>('POST', `/v1/invitations/${id}/guide/check`);
const connection = async () => {
  const { customerId } = (await line.store.read.invitations.find(first))!;
  return (await line.store.read.connections.findByCustomer(customerId))!;
};
const cancel = (id: string) => line.call('POST', `/v1/invitations/${id}/cancel`);
const proved = { verdict: { verdict: 'working', evidence: 'probe' }, status: 'authentication_complete' };

test('the second invitation’s guide is ticked by the proof, and the connection is that one’s from then on', async () => {
  const before = await connection();
  const { id } = await second('approves');
  expect(await guideOf(id)).toMatchObject(proved);
  expect((await guideOf(id)).required?.every(({ finding }) => finding === 'granted')).toBe(true);
  expect((await check(id)).body).toMatchObject(proved);
  expect(await connection()).toMatchObject({ id: before.id, invitationId: id });
  expect(await guideOf(first), 'the first one’s shows the same connection').toMatchObject({
    ...proved,
    status: 'onboarded',
  });
});

test('before its own consent an invitation has nothing of the connection that is there', async () => {
  const { id } = await invite(line);
  expect(await guideOf(id)).toMatchObject({ verdict: null, required: null, registration: null, checkedAt: null });
  expect((await check(id)).body.code).toBe('guide_too_early');
  expect((await connection()).invitationId).toBe(first);
});

test('until the second one is proved the connection stays the first one’s; the proof, once it comes, is the second one’s', async () => {
  const { id, browser } = await second('leaves the box');
  expect((await connection()).invitationId).toBe(first);
  const waiting = await guideOf(id);
  expect(waiting).toMatchObject({ status: 'consented', verdict: { verdict: 'action_needed' } });
  expect((await check(id)).body.status).toBe('consented');
  const told = (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action);
  expect(told.at(-1), 'whoever follows the second one hears of it').toBe('permissions.checked');

  const address = await browser.start('/i/approve-organization');
  await browser.comeBack((await browser.atMicrosoft(address, line.practice.admin, 'accepts without box')).left!);
  expect(await guideOf(id)).toMatchObject(proved);
  expect((await connection()).invitationId).toBe(id);
});

test('cancelled after the proof, the second one does not take along what a service stands on', async () => {
  const { id } = await second('approves');
  expect((await cancel(id)).status).toBe(200);
  expect(await connection()).toMatchObject({ invitationId: first, verdict: { verdict: 'working' } });
  const told = (await line.store.read.audit.ofInvitation(id)).at(-1);
  expect(told).toMatchObject({ action: 'invitation.cancelled', details: { connectionRemoved: false } });
});
