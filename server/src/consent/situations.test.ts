import { standingOf } from '@latchkey/shared/invitations/standing';
import { afterEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite, look } from '../testing/steps.ts';

let line: Line;
afterEach(() => line.stop());

/** What Microsoft's page says to whom it keeps, what the pasted text makes of the invitation, and who signs in in the end. */
const situations = [
  { situation: 'tailspin-not-an-admin', keeps: /AADSTS90094/, status: 'not_allowed', rescuer: 1 },
  { situation: 'wingtip-wrong-tenant', keeps: /AADSTS50020/, status: 'wrong_tenant', rescuer: 0 },
  { situation: 'litware-mfa-required', keeps: /AADSTS500121/, status: 'not_allowed', rescuer: 0 },
  { situation: 'adatum-approval-requested', keeps: /AADSTS90095/, status: 'approval_requested', rescuer: 2 },
  { situation: 'proseware-reviewer-denies', keeps: /AADSTS90095/, status: 'approval_requested', rescuer: 2 },
] as const;

async function kept(situation: string) {
  line = await startLine({ situation });
  const { id, link } = await invite(line);
  const browser = line.browse();
  await browser.open(link);
  const address = await browser.start();
  const { customer } = line.practice.situation;
  const acting = [...customer.people, ...(customer.sister ?? [])].find(({ adminDoes }) => adminDoes !== undefined)!;
  const how = acting.adminDoes === 'has no telephone' ? 'has no telephone' : 'approves';
  return { id, link, browser, shown: await browser.atMicrosoft(address, acting, how) };
}

const standing = async (id: string) =>
  standingOf({ ...(await look(line, id)), verdict: null, cause: null }, line.now().getTime());

test.each(situations)('$situation: Microsoft keeps the person, and silence is a state of its own', async (one) => {
  const { id, shown } = await kept(one.situation);
  expect(shown.left).toBeUndefined();
  expect(shown.text).toMatch(one.keeps);
  expect(await standing(id)).toMatchObject({ key: 'opened' });
  line.moveClock(5 * 60_000 + 1000);
  expect(await standing(id)).toMatchObject({ key: 'no_answer', owner: 'customer' });
  expect(await line.store.read.connections.findByInvitation(id)).toBeUndefined();
});

test.each(situations)('$situation: the pasted error makes it $status', async ({ situation, status }) => {
  const { id, browser, shown } = await kept(situation);
  await browser.post('/i/error', { text: shown.text });
  expect(await look(line, id)).toMatchObject({ status, connection: null });
});

test.each(situations)('$situation: the same link leads the right person to the end', async (one) => {
  const { id, link, browser, shown } = await kept(one.situation);
  await browser.post('/i/error', { text: shown.text });
  const rescuer = line.practice.situation.customer.people[one.rescuer]!;
  await answer(line, line.browse(), link, 'approves', rescuer);
  expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
});

test('adatum-approval-requested: once the reviewer has approved, the service account starts again and is through', async () => {
  const { id, link, browser, shown } = await kept('adatum-approval-requested');
  await browser.post('/i/error', { text: shown.text });
  const [serviceAccount, reviewer] = line.practice.situation.customer.people;
  const { clientId } = line.practice.situation.registrations.consent;
  const redirect = encodeURIComponent('https://entra.microsoft.com/TokenAuthorize');
  const queue = `/${line.practice.situation.customer.tenantId}/adminconsent?client_id=${clientId}&redirect_uri=${redirect}`;
  const approved = await line.browse().atMicrosoft(queue, reviewer!, 'approves');
  expect(approved.left?.host).toBe('entra.microsoft.com');
  expect(await look(line, id)).toMatchObject({ status: 'approval_requested' });
  await answer(line, line.browse(), link, 'approves', serviceAccount!);
  expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
});
