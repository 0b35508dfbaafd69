import { standingOf } from '@latchkey/shared/invitations/standing';
import { afterEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite, look } from '../testing/steps.ts';
import { nextApprovalLook } from './approval-plan.ts';

let line: Line;
afterEach(() => line.stop());

/** The service account has asked, and pasted what Microsoft's page said. */
async function requested() {
  line = await startLine({ situation: 'adatum-approval-requested' });
  const { id, link } = await invite(line);
  const browser = line.browse();
  await browser.open(link);
  const [serviceAccount, reviewer] = line.practice.situation.customer.people;
  const shown = await browser.atMicrosoft(await browser.start(), serviceAccount!, 'approves');
  await browser.post('/i/error', { text: shown.text });
  const approve = async () => {
    const { clientId } = line.practice.situation.registrations.consent;
    const redirect = encodeURIComponent('https://entra.microsoft.com/TokenAuthorize');
    const queue = `/${line.practice.situation.customer.tenantId}/adminconsent?client_id=${clientId}&redirect_uri=${redirect}`;
    expect((await line.browse().atMicrosoft(queue, reviewer!, 'approves')).left?.host).toBe('entra.microsoft.com');
  };
  return { id, link, browser, serviceAccount: serviceAccount!, approve };
}
const standing = async (id: string) =>
  standingOf({ ...(await look(line, id)), verdict: null, cause: null }, line.now().getTime());
/** What somebody meets who opens the link once more. */
const first = async (browser: { get(path: string): Promise<Response> }) =>
  browser.get('/i/invitation').then((page) => page.text());
const asked = async () => (await line.requests()).filter(({ grantType }) => grantType === 'client_credentials').length;
const planned = () => pictureOf(line)['work'] as readonly { kind: string; due: string }[];

test('it is looked after 1, 2, 5, 10, 20, 40 and 60 minutes, and then each hour', () => {
  line = { stop: () => Promise.resolve() } as Line;
  const requestedAt = '2026-11-02T09:00:00.000Z';
  const looks: number[] = [];
  for (let at = new Date(requestedAt); looks.length < 10;) {
    at = nextApprovalLook(requestedAt, at);
    looks.push((at.getTime() - Date.parse(requestedAt)) / 60_000);
  }
  expect(looks).toEqual([1, 2, 5, 10, 20, 40, 60, 120, 180, 240]);
});

test('once a reviewer has approved, our side sees it by itself, says so to both, and asks no more', async () => {
  const { id, link, browser, serviceAccount, approve } = await requested();
  await line.runJob('approval');
  expect(await standing(id)).toMatchObject({ key: 'approval_requested', owner: 'customer' });
  expect(await first(browser)).toContain('The request waits for a reviewer of <bdi>Adatum');
  await approve();
  await line.runJob('approval');
  // Not due yet: nobody is asked more often than planned.
  expect(await asked()).toBe(1);
  line.moveClock(61_000);
  await line.runJob('approval');
  expect(await standing(id)).toMatchObject({ key: 'approval_seen', owner: 'customer' });
  expect(await first(browser)).toContain('A reviewer of <bdi>Adatum');
  const { status, html } = await browser
    .get('/i/result')
    .then(async (page) => ({ status: page.status, html: await page.text() }));
  expect([status, html]).toEqual([403, expect.stringContaining('Your organisation has approved')]);
  expect(html).toContain('action="/i/start?of=');
  expect(planned()).toEqual([]);
  // It proves nothing: there is no connection until somebody signs in.
  expect(pictureOf(line)['connections']).toEqual([]);
  line.moveClock(86_400_000);
  await line.runJob('approval');
  expect(await asked()).toBe(2);
  const actions = (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action);
  expect(actions.slice(-3)).toEqual([
    'consent.approval_requested',
    'consent.approval_awaited',
    'consent.approval_seen',
  ]);
  line.resetClock();
  await answer(line, line.browse(), link, 'approves', serviceAccount);
  expect(await look(line, id)).toMatchObject({ status: 'authentication_complete', refusal: null });
});

test('what is planned is done by the next server', async () => {
  const { id, approve } = await requested();
  await line.runJob('approval');
  await approve();
  await line.restart();
  line.moveClock(61_000);
  await line.runJob('approval');
  expect(await standing(id)).toMatchObject({ key: 'approval_seen' });
});

test('an app that was there before anybody asked says nothing: it is not taken for an approval', async () => {
  const { id, approve } = await requested();
  await approve();
  await line.runJob('approval');
  line.moveClock(3_600_000);
  await line.runJob('approval');
  expect(await standing(id)).toMatchObject({ key: 'approval_requested' });
  expect([await asked(), planned()]).toEqual([1, []]);
});

test('nobody is asked for an invitation that is over or was started again', async () => {
  const { id } = await requested();
  await line.call('POST', `/v1/invitations/${id}/cancel`);
  await line.runJob('approval');
  expect([await asked(), planned()]).toEqual([0, []]);
});

test.each([
  ['does not know the app', undefined],
  ['is still making the registration', { error: 'invalid_client', error_codes: [650051], says: 'AADSTS650051' }],
  ['is out of order', { error: 'temporarily_unavailable', error_codes: [90033], says: 'AADSTS90033' }],
])(
  'T20: while Microsoft %s, a day of waiting is at most 31 questions, however often the work comes round',
  async (_how, answers) => {
    await requested();
    if (answers !== undefined) {
      const { says, ...body } = answers;
      const fault = {
        status: 400,
        body: { ...body, error_description: says },
        times: 9_999,
        grantType: 'client_credentials',
      };
      await line.fault({ token: fault });
    }
    // Every second for a while, and across a restart: what is not due is asked nobody.
    for (let second = 0; second < 60; second += 1) await line.runJob('approval');
    expect(await asked()).toBe(1);
    await line.restart();
    for (let minutes = 0; minutes < 24 * 60; minutes += 2) {
      line.moveClock(2 * 60_000);
      await line.runJob('approval');
      await line.runJob('approval');
    }
    expect(await asked()).toBeGreaterThan(24);
    expect(await asked()).toBeLessThanOrEqual(31);
    // Once the invitation is over, nobody is asked any more.
    line.moveClock(20 * 86_400_000);
    const before = await asked();
    for (let day = 0; day < 3; day += 1) {
      line.moveClock(86_400_000);
      await line.runJob('approval');
    }
    expect(await asked()).toBe(before);
    expect(planned()).toEqual([]);
  },
);
