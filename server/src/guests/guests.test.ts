import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GuestSession } from '@latchkey/shared/api/guest-session';
import type { GuideView } from '@latchkey/shared/api/guides';
import type { AdminBrowser } from '../testing/admin-browser.ts';
import { filesBelow, isFoundIn } from '../testing/canary.ts';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite } from '../testing/steps.ts';

const minute = 60_000;
let line: Line;
let id = '';
let browser: AdminBrowser;
beforeAll(async () => {
  line = await startLine();
});
afterAll(() => line.stop());
/** A customer's admin who has just approved; each test has its own. */
beforeEach(async () => {
  const { items } = (await line.call<{ items: { id: string }[] }>('GET', '/v1/invitations')).body;
  for (const left of items) await line.call('POST', `/v1/invitations/${left.id}/cancel`);
  const invited = await invite(line);
  id = invited.id;
  browser = line.browse();
  await answer(line, browser, invited.link, 'approves');
});

const meta = (html: string, name: string) => new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1];
async function codeFor(holder: AdminBrowser): Promise<string> {
  const page = await holder.post('/i/guide');
  const code = meta(await page.text(), 'latchkey-guide-code');
  if (code === undefined) throw new Error(`the page holds no code: ${page.status}`);
  return code;
}
const send = (method: string, path: string, session?: string, body?: object) =>
  line.app.http.request(path, {
    method,
    headers: {
      ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const exchange = (code: string) => send('POST', '/v1/guest-session', undefined, { code });
const guest = async (): Promise<GuestSession> =>
  (await (await exchange(await codeFor(browser))).json()) as GuestSession;
const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { code: unknown }).code;
const outcome = async (response: Response) => [response.status, response.ok ? 'good' : await codeOf(response)];
const guide = (session: string) => send('GET', `/v1/invitations/${id}/guide`, session);
/** Brings the link to its next version, as renewing it does. */
const renew = () =>
  line.store.transact(async (tx) => {
    const found = (await tx.invitations.find(id))!;
    const link = { ...found.link!, version: found.link!.version + 1 };
    await tx.invitations.replace({ ...found, link }, found.version);
    await tx.audit.append({
      at: line.now().toISOString(),
      action: 'invitation.link_shown',
      actor: { kind: 'system', id: null, name: null },
      invitationId: id,
      requestId: null,
    });
  });

type Happening = readonly [what: string, happen: () => Promise<unknown>, mend: () => void];
const nothing = (): void => undefined;
const cancelling: Happening = [
  'the cancelling of its invitation',
  () => line.call('POST', `/v1/invitations/${id}/cancel`),
  nothing,
];
const renewal: Happening = ['the renewal of the link', renew, nothing];
const waiting = (what: string, ms: number): Happening => [
  what,
  () => Promise.resolve(line.moveClock(ms)),
  () => line.moveClock(-ms),
];

describe('the page with the code', () => {
  test('is offered by a button once somebody has approved, and holds what the extension needs', async () => {
    const result = await (await browser.get('/i/result')).text();
    expect(result).toContain('action="/i/guide?of=');
    expect(result).not.toContain('latchkey-guide-code');
    const page = await browser.post('/i/guide');
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(meta(html, 'latchkey-guide-code')).toMatch(/^[\w-]{43}$/);
    expect(meta(html, 'latchkey-provider')).toBe('Northwind Voice');
    expect(meta(html, 'latchkey-app-id')).toBe(line.practice.situation.registrations.consent.clientId);
    expect(html).toContain(`https://portal.azure.com/${line.practice.situation.customer.tenantId}/#view/`);
  });

  test('is made by no other site, by no GET, and for nobody without the visit', async () => {
    const before = pictureOf(line);
    const cookie = [...browser.jar.all].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const site of ['cross-site', 'same-site', 'none', '']) {
      const headers = { cookie, ...(site === '' ? {} : { 'sec-fetch-site': site }) };
      expect((await line.app.http.request('/i/guide', { method: 'POST', headers })).status).toBe(403);
    }
    const looked = await browser.get('/i/guide');
    expect([looked.status, looked.headers.get('location'), await looked.text()]).toEqual([303, '/i/result', '']);
    expect((await line.browse().post('/i/guide')).status).toBe(404);
    expect(pictureOf(line)).toEqual(before);
  });

  test('is not there before somebody has approved', async () => {
    await line.call('POST', `/v1/invitations/${id}/cancel`);
    const fresh = await invite(line);
    const early = line.browse();
    await early.open(fresh.link);
    expect(await (await early.get('/i/invitation')).text()).not.toContain('/i/guide');
    const before = pictureOf(line);
    const page = await early.post('/i/guide');
    expect([page.status, page.headers.get('location')]).toEqual([303, `/i/invitation?of=${fresh.id}`]);
    expect(pictureOf(line)).toEqual(before);
    expect((await line.call('POST', `/v1/invitations/${fresh.id}/guide/check`)).body).toMatchObject({
      code: 'guide_too_early',
    });
    const view = await line.call<GuideView>('GET', `/v1/invitations/${fresh.id}/guide`);
    expect(view.body).toMatchObject({ status: 'ready', registration: null, permissionsBlade: null, verdict: null });
  });
});

describe('a code', () => {
  test('used 200 times at once lets exactly one in', async () => {
    const code = await codeFor(browser);
    const tries = await Promise.all(Array.from({ length: 200 }, async () => outcome(await exchange(code))));
    expect(tries.filter(([status]) => status === 201)).toHaveLength(1);
    expect(tries.filter(([, told]) => told === 'guide_code_unknown')).toHaveLength(199);
    const opened = (await line.store.read.audit.ofInvitation(id)).filter(
      ({ action }) => action === 'guest.session_opened',
    );
    expect(opened).toHaveLength(1);
  });

  test.each<Happening>([
    waiting('five minutes', 5 * minute),
    ['a newer code of the same visit', () => codeFor(browser), nothing],
    cancelling,
    renewal,
  ])('is worthless after %s', async (_what, happen, mend) => {
    const code = await codeFor(browser);
    await happen();
    const before = pictureOf(line);
    expect(await outcome(await exchange(code))).toEqual([404, 'guide_code_unknown']);
    expect(pictureOf(line)).toEqual(before);
    mend();
  });

  test('is worthless once its visit is over', async () => {
    line.moveClock(24 * 60 * minute - 2 * minute);
    const code = await codeFor(browser);
    line.moveClock(2 * minute);
    expect(await outcome(await exchange(code))).toEqual([404, 'guide_code_unknown']);
    line.moveClock(-24 * 60 * minute);
  });

  test('that nobody made is told the same as one that was used', async () => {
    const used = await codeFor(browser);
    await exchange(used);
    const told = async (code: string) =>
      (await (await exchange(code)).text()).replaceAll(/[0-9a-f]{24}/g, '(reference)');
    expect(await told('A'.repeat(43))).toBe(await told(used));
  });

  test('and the session for it are found in no log and in no file', async () => {
    const code = await codeFor(browser);
    const { session } = (await (await exchange(code)).json()) as GuestSession;
    await guide(session);
    const haystacks = [line.logged(), ...filesBelow(line.folder)];
    for (const secret of [code, session, session.slice('guest.'.length)])
      expect(isFoundIn(secret, haystacks)).toBe(false);
    expect(isFoundIn(id, haystacks)).toBe(true);
  });
});

describe('a guest', () => {
  test('is told whose invitation it is, and for how long', async () => {
    const { customer, registrations } = line.practice.situation;
    const session = await guest();
    expect(session).toMatchObject({
      invitationId: id,
      providerName: 'Northwind Voice',
      appId: registrations.consent.clientId,
      tenant: { id: customer.tenantId, domain: customer.domain },
    });
    const lasts = Date.parse(session.endsAt) - line.now().getTime();
    expect(lasts).toBeLessThanOrEqual(120 * minute);
    expect(lasts).toBeGreaterThan(119 * minute);
  });

  test('sees asked against granted and the way to the portal, and no account', async () => {
    const { customer } = line.practice.situation;
    const answered = await guide((await guest()).session);
    const text = await answered.text();
    const view = JSON.parse(text) as GuideView;
    expect(view.status).toBe('authentication_complete');
    expect(view.required?.filter(({ required }) => required).map(({ finding }) => finding)).toEqual(
      view.asked.map(() => 'granted'),
    );
    expect(view.verdict?.evidence).toBe('probe');
    for (const [host, link] of [
      ['entra.microsoft.com', view.permissionsBlade?.entra],
      ['portal.azure.com', view.permissionsBlade?.portal],
    ])
      expect(link).toContain(
        `https://${host}/${customer.tenantId}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${view.registration?.objectId}/appId/${view.appId}`,
      );
    const { username } = line.practice.admin;
    const connection = await line.store.read.connections.findByInvitation(id);
    for (const known of [username, connection?.account?.objectId ?? 'no account', 'Ada Berg'])
      expect(text).not.toContain(known);
  });

  test('reads the grants back: recorded as the customer’s, once for all who look at the same time', async () => {
    const { session } = await guest();
    const lines = async () =>
      (await line.store.read.audit.ofInvitation(id)).filter(({ action }) => action === 'permissions.checked');
    const before = (await lines()).length;
    const check = () => send('POST', `/v1/invitations/${id}/guide/check`, session);
    const [one, other] = await Promise.all([check(), check()]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const after = await lines();
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.actor).toEqual({ kind: 'customer', id: null, name: null });
    const view = (await one.json()) as GuideView;
    expect(view.checkedAt).toBe(after.at(-1)?.at);
    expect(view.sequence).toBeGreaterThanOrEqual(after.at(-1)?.sequence ?? Infinity);
  });

  test.each<Happening>([waiting('two hours', 120 * minute), cancelling, renewal])(
    'is out after %s',
    async (_what, happen, mend) => {
      const { session } = await guest();
      expect((await guide(session)).status).toBe(200);
      await happen();
      expect(await outcome(await guide(session))).toEqual([401, 'session_ended']);
      mend();
    },
  );

  test('who leaves is out at once', async () => {
    const { session } = await guest();
    expect((await send('DELETE', '/v1/guest-session', session)).status).toBe(204);
    expect(await outcome(await guide(session))).toEqual([401, 'session_ended']);
    expect(await outcome(await send('DELETE', '/v1/guest-session', session))).toEqual([401, 'session_ended']);
  });
});
