import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeTemporaryKeys } from '../sealing/temporary-keys.ts';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite } from '../testing/steps.ts';
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

test('the typed code of an invitation is the one of its newest link, and of none that has no link', () => {
  const { linkKeys } = makeTemporaryKeys();
  const of = (version: number) => ({ id: 'inv_1', link: makeLink(linkKeys, 'inv_1', version) });
  expect(typedCodeOf(linkKeys, of(1))).toBe(shownLink(linkKeys, 'inv_1', of(1).link)?.typedCode);
  expect(typedCodeOf(linkKeys, of(2))).not.toBe(typedCodeOf(linkKeys, of(1)));
  expect(typedCodeOf(linkKeys, { id: 'inv_1', link: null })).toBeUndefined();
  expect(typedCodeOf(makeTemporaryKeys().linkKeys, of(1)), 'by another ring').toBeUndefined();
});
