import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryKeys } from '../sealing/temporary-keys.ts';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite, look } from '../testing/steps.ts';
import { newOneAskedSince } from './ask-for-new-one.ts';
import type { Invitation } from './invitation-repository.ts';
import { makeLink, shownLink, typedCodeOf } from './link.ts';

let line: Line;
beforeAll(async () => {
  line = await startLine();
});
afterAll(() => line.stop());

/** A customer has one invitation at a time: each test ends its own. */
const made: string[] = [];
afterEach(async () => {
  for (const id of made.splice(0)) await line.call('POST', `/v1/invitations/${id}/cancel`);
});
async function inviteFor(profileId?: string) {
  const invited = await invite(line, profileId === undefined ? {} : { profileId });
  made.push(invited.id);
  return invited;
}

const pageAt = async (answered: Promise<Response> | Response): Promise<string> => (await answered).text();

test('the page of a proof says what was approved, by whom, when and for which app; by whom only to the browser that approved', async () => {
  const { link } = await inviteFor();
  const forwarded = line.browse();
  await forwarded.open(link);
  const browser = line.browse();
  const { html } = await answer(line, browser, link, 'approves');
  const { situation, admin } = line.practice;
  expect(html).toContain('Done, and proved');
  for (const known of [situation.registrations.consent.clientId, situation.customer.tenantId, admin.username])
    expect(html).toContain(known);
  expect(html).toMatch(/Approved on<\/dt>\s*<dd>\s*<time[^>]*data-precision="second"/);
  expect(html).toContain('What it cannot do');

  const elsewhere = await pageAt(forwarded.get('/i/result'));
  expect(elsewhere).not.toContain(admin.username);
});

test.each([
  ['direct-routing-delegated', 'Global Administrator', 'Consent on behalf of your organization', 'There is none'],
  ['direct-routing-application', 'Privileged Role Administrator', 'There is none', 'Consent on behalf of your org'],
])('the landing of %s asks for a %s, and says "%s"', async (profileId, role, box, other) => {
  const { link } = await inviteFor(profileId);
  const browser = line.browse();
  await browser.open(link);
  const page = await pageAt(browser.get('/i/invitation'));
  expect(page).toMatch(new RegExp(`Role needed</dt>\\s*<dd>${role}<`));
  expect(page).toContain(`Forward the message with the link to a`);
  expect(page).toContain(box);
  expect(page).not.toContain(other);
});

describe('an invitation that has expired', () => {
  const day = 24 * 3_600_000;
  const ask = 'action="/i/ask-for-new-one?of=';
  const askedLines = async (id: string) =>
    (await line.store.read.audit.ofInvitation(id)).filter(({ action }) => action === 'invitation.new_one_asked');

  test('may be asked about once: the operator sees since when, and nothing else has changed', async () => {
    const { id, link } = await inviteFor();
    line.moveClock(15 * day);
    const browser = line.browse();
    await browser.open(link);
    const before = await look(line, id);
    expect(await pageAt(browser.get('/i/invitation'))).toContain(ask);
    expect(before.askedAt).toBeNull();

    const asked = await Promise.all(Array.from({ length: 20 }, () => browser.post('/i/ask-for-new-one')));
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([303]));
    const page = await pageAt(browser.get('/i/result'));
    expect(page).toContain('that you want a new one');
    expect(page).not.toContain(ask);
    expect(await askedLines(id)).toMatchObject([{ actor: { kind: 'customer', id: null, name: null } }]);
    const after = await look(line, id);
    expect(after.askedAt).not.toBeNull();
    expect({ ...after, askedAt: null, version: before.version }).toEqual(before);
    line.resetClock();
  });

  test('is asked about by nobody before its time is over, without its link, or from another site', async () => {
    const { id, link } = await inviteFor();
    const browser = line.browse();
    await browser.open(link);
    const [early, nobody, elsewhere] = await Promise.all([
      browser.post('/i/ask-for-new-one'),
      line.browse().post('/i/ask-for-new-one'),
      line.send('/i/ask-for-new-one', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }),
    ]);
    expect([early.status, nobody.status, elsewhere.status]).toEqual([303, 404, 403]);
    expect(await askedLines(id)).toEqual([]);
    expect(await pageAt(browser.get('/i/invitation'))).not.toContain(ask);
    expect((await look(line, id)).askedAt).toBeNull();
  });

  test('may be asked about again once it was renewed and ran out again', () => {
    const times = { expiresAt: '2026-11-20T10:00:00.000Z', newOneAskedAt: '2026-11-21T10:00:00.000Z' };
    const of = (change: Partial<typeof times>) => newOneAskedSince({ ...times, ...change } as Invitation);
    expect(of({})).toBe(times.newOneAskedAt);
    expect(of({ expiresAt: '2026-12-04T10:00:00.000Z' })).toBeNull();
  });
});

test('the typed code of an invitation is the one of its newest link, and of none that has no link', () => {
  const { linkKeys } = makeTemporaryKeys();
  const of = (version: number) => ({ id: 'inv_1', link: makeLink(linkKeys, 'inv_1', version) });
  expect(typedCodeOf(linkKeys, of(1))).toBe(shownLink(linkKeys, 'inv_1', of(1).link)?.typedCode);
  expect(typedCodeOf(linkKeys, of(2))).not.toBe(typedCodeOf(linkKeys, of(1)));
  expect(typedCodeOf(linkKeys, { id: 'inv_1', link: null })).toBeUndefined();
  expect(typedCodeOf(makeTemporaryKeys().linkKeys, of(1)), 'by another ring').toBeUndefined();
});
