import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow, isFoundIn } from '../testing/canary.ts';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite } from '../testing/steps.ts';

let line: Line;
beforeAll(async () => {
  line = await startLine();
});
afterAll(() => line.stop());

const token = (link: string): string => new URL(link).hash.slice(1);
/** An answer without what differs in every answer. */
async function bare(response: Response) {
  const { reference, ...body } = (await response.json()) as Record<string, unknown>;
  expect(reference).toMatch(/^[0-9a-f]{24}$/);
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id');
  return { status: response.status, body, headers };
}

describe('T04: a token that never existed', () => {
  test('is told nothing, the same for each', async () => {
    const { link } = await invite(line);
    const cut = token(link).slice(0, -1);
    const guesses = [
      ...Array.from({ length: 50 }, () => randomBytes(32).toString('base64url')),
      cut,
      `${cut}${token(link).endsWith('A') ? 'B' : 'A'}`,
      token(link).toUpperCase(),
      'x',
      '%00',
      '../../i',
      '😀',
    ];
    const before = pictureOf(line);
    const answers = [];
    for (const guess of guesses) answers.push(await bare(await line.browse().open(`http://h/i#${guess}`)));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'link_unknown' } });
    expect(pictureOf(line)).toEqual(before);
    await line.call('POST', `/v1/invitations/${(await pending())[0]}/cancel`);
  });

  test('opens no page: without a visit each of them says the same', async () => {
    const page = async (path: string) => {
      const response = await line.browse().get(path);
      return { status: response.status, html: (await response.text()).replaceAll(/[0-9a-f]{24}/g, '') };
    };
    const [invitation, result] = [await page('/i/invitation'), await page('/i/result')];
    expect(invitation.status).toBe(404);
    expect(result).toEqual(invitation);
  });

  test('as a typed code is told nothing but that it is not known', async () => {
    const response = await line.browse().post('/i/code', { code: 'ABCD-EFGH-JKMN-PQRS' });
    expect(response.status).toBe(404);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

const pending = async (): Promise<string[]> =>
  (await line.call<{ items: { id: string }[] }>('GET', '/v1/invitations')).body.items.map(({ id }) => id);

describe('a link', () => {
  test('opens as often as one likes, on any device, and changes no status', async () => {
    const { id, link, code } = await invite(line);
    const statuses = [];
    for (let times = 0; times < 3; times += 1) statuses.push((await line.browse().open(link)).status);
    expect(statuses).toEqual([204, 204, 204]);
    expect((await line.browse().post('/i/code', { code: code.toLowerCase().replaceAll('-', ' ') })).status).toBe(303);
    expect((await line.store.read.invitations.find(id))?.status).toBe('ready');
    await line.call('POST', `/v1/invitations/${id}/cancel`);
  });

  test('by GET has no effect', async () => {
    const { id } = await invite(line);
    const before = pictureOf(line);
    for (const path of ['/i', '/i?x=1', '/i/invitation', '/i/result', '/i/start', '/i/open', '/i/code'])
      await line.browse().get(path);
    expect(pictureOf(line)).toEqual(before);
    await line.call('POST', `/v1/invitations/${id}/cancel`);
  });

  test('that was cancelled tells its holder so, and starts nothing', async () => {
    const { id, link } = await invite(line);
    await line.call('POST', `/v1/invitations/${id}/cancel`);
    const browser = line.browse();
    await browser.open(link);
    const page = await browser.get('/i/invitation');
    expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('This invitation was cancelled')]);
    const before = pictureOf(line);
    expect((await browser.post('/i/start')).status).toBe(410);
    expect(pictureOf(line)).toEqual(before);
  });

  test('as a start ticket opens once', async () => {
    const { id } = await invite(line);
    const made = await line.call<{ startPage: string }>('POST', `/v1/invitations/${id}/start-ticket`);
    const [first, second] = [line.browse(), line.browse()];
    expect((await first.open(made.body.startPage)).status).toBe(204);
    expect(await (await second.open(made.body.startPage)).json()).toMatchObject({ code: 'start_ticket_unknown' });
    expect((await first.get('/i/invitation')).status).toBe(200);
    await line.call('POST', `/v1/invitations/${id}/cancel`);
  });

  test('as a start ticket is worthless after ten minutes', async () => {
    const { id } = await invite(line);
    const made = await line.call<{ startPage: string }>('POST', `/v1/invitations/${id}/start-ticket`);
    line.moveClock(10 * 60_000 + 1);
    expect((await line.browse().open(made.body.startPage)).status).toBe(404);
    line.moveClock(-10 * 60_000 - 1);
    await line.call('POST', `/v1/invitations/${id}/cancel`);
  });
});

/** Notes the tokens that Microsoft hands out on the way to the server. */
const keeping =
  (tokens: Set<string>): typeof globalThis.fetch =>
  async (input, init) => {
    const given = await fetch(input, init);
    if (!String(input).includes('/oauth2/v2.0/token')) return given;
    const body = (await given.clone().json()) as Record<string, string>;
    for (const name of ['access_token', 'refresh_token', 'id_token']) if (body[name]) tokens.add(body[name]);
    return given;
  };

describe('T01 and T23: what opens something', () => {
  test('is found nowhere after the whole flow: no log, no database, no answer', async () => {
    const tokens = new Set<string>();
    const planted = await startLine({ fetch: keeping(tokens) });
    const seen: string[] = [];
    const { link, code } = await invite(planted);
    const browser = planted.browse();
    const { first, page, html } = await answer(planted, browser, link, 'approves');
    const [connection] = pictureOf(planted)['connections'] as { id: string }[];
    const validated = await planted.call('POST', `/v1/connections/${connection!.id}/validate`);
    seen.push(JSON.stringify(validated));
    for (const response of [first, page]) seen.push(JSON.stringify([...response.headers]));
    seen.push(html, await (await browser.get('/i/invitation')).text(), planted.logged());
    const refreshTokens = (await planted.requests()).map((request) => JSON.stringify(request));
    const haystacks = [...seen, ...refreshTokens, ...filesBelow(planted.folder)];
    const secrets = [token(link), code, planted.practice.secret.trim(), planted.practice.admin.password];
    for (const [name, value] of browser.jar.all) if (name.startsWith('__Host-')) secrets.push(value);
    secrets.push(...tokens);
    // Code's tokens, then those of a refresh: three each.
    expect(tokens.size).toBe(6);
    for (const secret of secrets) expect(isFoundIn(secret, haystacks)).toBe(false);
    // A search that finds nothing must be able to find something.
    expect(isFoundIn(planted.practice.situation.customer.domain, haystacks)).toBe(true);
    await planted.stop();
  });

  test('leaves with no page as a referrer, and no page loads anything from elsewhere', async () => {
    for (const path of ['/i', '/i/invitation', '/i/result', '/consent/callback']) {
      const response = await line.browse().get(path);
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await response.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    }
  });
});

describe('T23: sealed tokens', () => {
  test('open for their own connection alone, and only unchanged', async () => {
    const sealed = await startLine();
    const { link } = await invite(sealed);
    await answer(sealed, sealed.browse(), link, 'approves');
    const [row] = pictureOf(sealed)['connections'] as { id: string; sealed_tokens: string; sealed_at: string }[];
    const validate = () => sealed.call<{ verdict: { verdict: string } }>('POST', `/v1/connections/${row!.id}/validate`);
    expect((await validate()).body.verdict.verdict).toBe('working');
    const connection = (await sealed.store.read.connections.find(row!.id))!;
    const bad = `${connection.sealedTokens!.slice(0, -4)}AAAA` as typeof connection.sealedTokens;
    await sealed.store.transact(async (tx) => {
      await tx.connections.replaceTokens(
        connection.id,
        { sealedTokens: bad, sealedAt: connection.sealedAt },
        connection.tokensVersion,
      );
      await tx.audit.append({
        at: new Date().toISOString(),
        action: 'connection.validated',
        actor: { kind: 'system', id: null, name: 'the test' },
        requestId: null,
      });
    });
    const asked = (await sealed.requests()).length;
    expect((await validate()).status).toBe(500);
    expect((await sealed.requests()).length).toBe(asked);
    await sealed.stop();
  });
});
