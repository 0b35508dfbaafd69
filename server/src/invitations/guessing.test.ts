import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryKeys } from '../sealing/temporary-keys.ts';
import { openTemporaryApp } from '../temporary-app.ts';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { invite } from '../testing/steps.ts';
import { allOr } from '../testing/thorough.ts';

let line: Line;
let real: Awaited<ReturnType<typeof invite>>;
beforeAll(async () => {
  line = await startLine();
  real = await invite(line);
});
afterAll(() => line.stop());

/** What a browser is told, without the reference that each answer has of its own. */
async function toldOf(answer: Response) {
  const text = (await answer.text()).replaceAll(/[0-9a-f]{24}/g, '(reference)');
  const { 'x-request-id': _, ...headers } = Object.fromEntries(answer.headers);
  return { status: answer.status, text, headers, cookies: answer.headers.getSetCookie() };
}
const openWith = async (token: string) => toldOf(await line.browse().open(`http://127.0.0.1:8787/i#${token}`));
const typeCode = async (code: string) => toldOf(await line.browse().post('/i/code', { code }));

const realToken = (): string => new URL(real.link).hash.slice(1);
const otherKeys = makeTemporaryKeys().linkKeys;
const ofOtherKeys = { keyId: otherKeys.currentKeyId, version: 1 };

/** `npm test -- --thorough` guesses ten thousand times. */
const howMany = allOr(10_000, 1_000);

describe('T04: who holds a token that never existed', () => {
  const guesses = (): readonly string[] => [
    'A'.repeat(43),
    otherKeys.token({ ...ofOtherKeys, invitationId: real.id }) ?? '',
    realToken().slice(0, -1),
    `${realToken()}A`,
    realToken().toUpperCase(),
    createHash('sha256').update(realToken()).digest('hex'),
    real.id,
    'x',
    "' or 1=1 --",
  ];

  test('is told nothing: one answer for every guess, without a cookie, and nothing changes', async () => {
    const before = pictureOf(line);
    const [first, ...others] = await Promise.all(guesses().map(openWith));
    expect(first).toMatchObject({ status: 404, cookies: [] });
    for (const other of others) expect(other).toEqual(first);
    const { customer } = line.practice.situation;
    for (const known of [customer.name, customer.domain, real.id]) expect(first?.text).not.toContain(known);
    expect(pictureOf(line)).toEqual(before);
  });

  test(`opens nothing with ${howMany} guesses more, of links and of codes`, async () => {
    const before = pictureOf(line);
    const browser = line.browse();
    const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const chance = (length: number, from: string) =>
      Array.from(randomBytes(length), (byte) => from[byte % from.length]).join('');
    const [own, ownCode] = [realToken(), real.code.replaceAll('-', '')];
    const statuses = new Set<number>();
    // Half by chance, half one character beside the real one.
    const beside = (text: string, at: number) => {
      const place = at % text.length;
      const other = digits[(digits.indexOf(text[place]!) + 1 + (at % 30)) % 32]!;
      return text.slice(0, place) + (other === text[place] ? 'Z' : other) + text.slice(place + 1);
    };
    for (let at = 0; at < howMany; at += 100)
      await Promise.all(
        Array.from({ length: 100 }, async (_, more) => {
          const turn = at + more;
          const near = turn % 4 < 2;
          const answered =
            turn % 2 === 0
              ? await browser.open(`http://h/i#${near ? beside(own, turn) : randomBytes(32).toString('base64url')}`)
              : await browser.post('/i/code', { code: near ? beside(ownCode, turn) : chance(16, digits) });
          statuses.add(answered.status);
        }),
      );
    expect([...statuses]).toEqual([404]);
    expect(browser.jar.all.size, 'no cookie').toBe(0);
    expect(pictureOf(line)).toEqual(before);
  }, 300_000);

  test('gets no further with a typed code either', async () => {
    const before = pictureOf(line);
    const code = otherKeys.typedCode({ ...ofOtherKeys, invitationId: real.id }) ?? '';
    const told = await typeCode(code);
    expect(told).toMatchObject({ status: 404, cookies: [] });
    const another = await typeCode('0000-0000-0000-0000');
    expect(another.text.replace('0000-0000-0000-0000', code)).toBe(told.text);
    expect(told.text).not.toContain(line.practice.situation.customer.name);
    expect(pictureOf(line)).toEqual(before);
  });

  test('sees no page of the invitation with a cookie of their own making', async () => {
    const browser = line.browse();
    for (const value of [
      realToken(),
      createHash('sha256').update(realToken()).digest('hex'),
      real.id,
      'A'.repeat(43),
    ]) {
      browser.jar.all.set('__Host-latchkey-invitation', value);
      const told = await toldOf(await browser.get('/i/invitation'));
      expect(told).toMatchObject({ status: 404, cookies: [] });
      expect(told.text).not.toContain(line.practice.situation.customer.name);
    }
  });

  test('may not try for long, by link or by code', async () => {
    const limits = { address: 1_000, signIn: 1_000, opening: 3, operator: 1_000, guideCheck: 1_000, testMail: 1_000 };
    for (const path of ['/i/open', '/i/code']) {
      const limited = await openTemporaryApp({ limits });
      const guess = () => limited.call('POST', path, { body: { token: 'A'.repeat(43) }, headers: fromOurPage });
      const statuses = [];
      for (let turn = 0; turn < 5; turn += 1) statuses.push((await guess()).status);
      expect(statuses.slice(3), path).toEqual([429, 429]);
      expect(statuses.slice(0, 3), path).not.toContain(429);
      await limited.close();
    }
  });
});

const fromOurPage = { 'sec-fetch-site': 'same-origin' };

test('who holds the real one is let in: the guesses above fail by what was guessed', async () => {
  expect(await openWith(realToken())).toMatchObject({
    status: 204,
    cookies: [1, 2].map(() => expect.stringContaining('__Host-')),
  });
  expect(await typeCode(real.code.toLowerCase())).toMatchObject({ status: 303 });
});
