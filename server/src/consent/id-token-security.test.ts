import type { JWTPayload } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { tamperingFetch } from '../testing/tampering.ts';
import { answer, invite, look } from '../testing/steps.ts';

let line: Line | undefined;
afterEach(async () => {
  await line?.stop();
  line = undefined;
});

const foreign = '7c1a2b3c-0000-4000-8000-00000000dead';
const soon = () => Math.floor(Date.now() / 1000);
const without = (claims: JWTPayload, name: string): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

const tampers: readonly (readonly [string, (claims: JWTPayload) => JWTPayload])[] = [
  ['with another nonce', (claims) => ({ ...claims, nonce: 'another' })],
  ['without a nonce', (claims) => without(claims, 'nonce')],
  ['for another application', (claims) => ({ ...claims, aud: foreign })],
  ['for several applications', (claims) => ({ ...claims, aud: [String(claims.aud), foreign] })],
  ['from another issuer', (claims) => ({ ...claims, iss: 'https://login.evil.example/x/v2.0' })],
  [
    'from the issuer of another tenant',
    (claims) => ({ ...claims, iss: String(claims.iss).replace(/[0-9a-f-]{36}/, foreign) }),
  ],
  ['of another tenant under the right issuer', (claims) => ({ ...claims, tid: foreign })],
  ['without a tenant', (claims) => without(claims, 'tid')],
  ['without an object id', (claims) => without(claims, 'oid')],
  ['that has expired', (claims) => ({ ...claims, exp: soon() - 120 })],
  ['that never expires', (claims) => without(claims, 'exp')],
  ['that is not valid yet', (claims) => ({ ...claims, nbf: soon() + 600 })],
  ['of version 1.0', (claims) => ({ ...claims, ver: '1.0' })],
];

describe('T13: an id_token', () => {
  test.each(tampers)('%s is refused, and nothing of the answer is kept', async (_, tamper) => {
    await isRefused(tamperingFetch(tamper));
  });

  test('signed by a key that nobody published is refused, and nothing of the answer is kept', async () => {
    await isRefused(tamperingFetch((claims) => claims, { keyIsPublished: false }));
  });

  async function isRefused(tampering: typeof globalThis.fetch): Promise<void> {
    line = await startLine({ fetch: tampering });
    const { id, link } = await invite(line);
    const { page, html } = await answer(line, line.browse(), link, 'approves');
    expect(page.status).toBe(502);
    expect(html).not.toContain('Done, and proved');
    expect(await look(line, id)).toMatchObject({ status: 'opened', connection: null });
    expect(pictureOf(line)['connections']).toEqual([]);
    expect((await line.store.read.audit.ofInvitation(id)).at(-1)?.action).toBe('consent.refused');
  }

  test('that is re-signed and unchanged is taken: the table above is about what was changed', async () => {
    line = await startLine({ fetch: tamperingFetch((claims) => claims) });
    const { link } = await invite(line);
    expect((await answer(line, line.browse(), link, 'approves')).html).toContain('Done, and proved');
  });
});

describe('T13: a code', () => {
  test('that belongs to another start is not redeemed with this one’s verifier', async () => {
    line = await startLine();
    const { id, link } = await invite(line);
    const attacker = line.browse();
    await attacker.open(link);
    const theirs = (await attacker.atMicrosoft(await attacker.start(), line.practice.admin, 'approves')).left!;
    const victim = line.browse();
    await victim.open(link);
    const back = (await victim.atMicrosoft(await victim.start(), line.practice.admin, 'approves')).left!;
    back.searchParams.set('code', theirs.searchParams.get('code')!);
    const { page } = await victim.comeBack(back);
    expect(page.status).toBe(502);
    expect(await look(line, id)).toMatchObject({ status: 'opened', connection: null });
  });

  test('is asked for with S256, a nonce, an exact redirect and the customer’s own tenant', async () => {
    line = await startLine();
    const { link } = await invite(line);
    const browser = line.browse();
    await browser.open(link);
    const address = new URL(await browser.start());
    expect(address.pathname).toBe(`/${line.practice.situation.customer.tenantId}/oauth2/v2.0/authorize`);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      response_mode: 'query',
      prompt: 'select_account',
      code_challenge_method: 'S256',
      redirect_uri: 'http://127.0.0.1:8787/consent/callback',
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(address.searchParams.get('scope')!.split(' ')).not.toContain('.default');
  });
});
