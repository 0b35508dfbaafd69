import { customerLanguages, type CustomerLanguage } from '@latchkey/shared/words/customer-language';
import { describe, expect, test } from 'vitest';
import type { Page } from './model.ts';
import { sampleContext } from './samples/sample.ts';
import { samples } from './samples/samples.ts';
import { englishIn } from '../testing/english-in.ts';
import { renderPage } from './views.ts';

const rendered = async (model: Page, language: CustomerLanguage = 'en', providerName?: string): Promise<string> =>
  String(await renderPage(model, sampleContext(language, undefined, providerName)));

/** What a person reads: no markup, no names, no times, no ids. */
const wordsOf = (page: string): string =>
  page
    .replace(/<style[\s\S]*?<\/style>|<!doctype[^>]*>|<title>[^<]*<\/title>/gi, ' ')
    .replace(/<(bdi|time|code|svg)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<span class="lk-initial"[\s\S]*?<\/span\s*>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z0-9#]+;/g, ' ');

const voids = new Set(['meta', 'link', 'input', 'path', 'circle', 'rect', 'br']);

/** Names of elements that are closed by something else than their own end. */
function unbalanced(page: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = '', own] of page.matchAll(
    /<(\/?)([a-z][a-z0-9]*)\b(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g,
  )) {
    if (voids.has(name) || own === '/') continue;
    if (slash !== '/') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

describe.each(samples)('$name', ({ model }) => {
  test('is one whole document with one heading of the first rank at a time', async () => {
    const page = await rendered(model);
    expect(unbalanced(page)).toEqual([]);
    expect(page.match(/<main>/g)).toHaveLength(1);
    const shown = page.replace(/<div data-when="[^"]*"(?: role="status")? hidden>[\s\S]*?<\/h1>/g, '');
    expect(shown.match(/<h1>/g)).toHaveLength(1);
    expect(page).toMatch(/<title>[^<{]+ · Northwind Voice<\/title>/);
  });

  test('has nothing inline, and nothing from elsewhere but the way to Microsoft', async () => {
    const page = await rendered(model);
    expect(page).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:/i);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc="\/i\/assets\/)/);
    const addresses = [...page.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, address = '']) => address);
    const elsewhere = addresses.filter((address) => !address.startsWith('/i'));
    const ways = { leaving: 'https://login.', guide: 'https://portal.' } as const;
    const way = model.page === 'leaving' || model.page === 'guide' ? ways[model.page] : 'nowhere';
    expect(elsewhere.filter((address) => !address.startsWith(way))).toEqual([]);
  });

  test('leaves no word without a value', async () => {
    expect(await rendered(model)).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  test('says nothing that is not in the words', async () => {
    const page = await rendered(model, 'pseudo');
    expect(page).toContain(`<html lang="${customerLanguages.pseudo.tag}" dir="rtl"`);
    expect(wordsOf(page).match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
  });

  test('is German from top to bottom for who reads German', async () => {
    const page = await rendered(model, 'de');
    expect(page).toContain('<html lang="de" dir="ltr" data-dates="de-DE"');
    expect(englishIn(wordsOf(page))).toEqual([]);
  });
});

/** Turns the line, closes our elements, and is as long as a name may be. */
const hostile = `\u202E</title></bdi><img src=x onerror=alert(1)><script>alert(2)</script>"'\u2066${'Ü'.repeat(260)}`;

/** The model with every name in it replaced. What is not a name (keys, times, addresses) stays. */
function withNames(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withNames(item, name));
  if (typeof value !== 'object' || value === null) return value;
  const names = ['organization', 'tenant', 'reference', 'sender', 'account', 'tenantId', 'typed', 'about', 'code'];
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (!names.includes(key)) return [key, withNames(inner, name)];
      if (typeof inner === 'string') return [key, name];
      return [key, key === 'about' ? [name] : withNames(inner, name)];
    }),
  );
}

test.each(samples)('$name: a hostile name stays a name', async ({ model }) => {
  const page = await rendered(withNames(model, hostile) as Page, 'en', hostile);
  expect(page).not.toMatch(/<img|<script>|onerror=alert\(1\)>/);
  expect(page).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  expect(unbalanced(page)).toEqual([]);
});

test('a hostile name really was in the page', async () => {
  const invitation = samples.find(({ name }) => name === 'invitation')!.model;
  expect(await rendered(withNames(invitation, hostile) as Page)).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test('a stranger is shown no name but the provider’s', async () => {
  const strangers = samples.filter(({ name }) => name.endsWith('to-a-stranger'));
  expect(strangers.length).toBeGreaterThan(10);
  for (const { model } of strangers) {
    const page = await rendered(model);
    expect(page).not.toContain('Contoso');
    expect(page).not.toContain('<form');
  }
});

test('an unknown link is answered with the same bytes each time', async () => {
  const { model } = samples.find(({ name }) => name === 'ending-link_unknown-to-a-stranger')!;
  expect(await rendered(model)).toBe(await rendered(model));
});

test('the way on to Microsoft is https or the page is not made', () => {
  const { model } = samples.find(({ name }) => name === 'leaving-authorize')!;
  const to = (address: string) => () => renderPage({ ...model, to: address } as Page, sampleContext('en'));
  expect(to('javascript:alert(1)')).toThrow();
  expect(to('http://login.microsoftonline.com/')).toThrow();
  expect(to('/relative')).toThrow();
});

test('what is needed and the one Start come before what is asked for, so that a phone shows them first', async () => {
  const page = await rendered(samples.find(({ name }) => name === 'invitation')!.model);
  const order = ['Role needed', 'action="/i/start', 'What ', 'could never do'].map((what) => page.indexOf(what));
  expect(order.every((at) => at > 0)).toBe(true);
  expect(order.toSorted((one, other) => one - other)).toEqual(order);
  expect(page.match(/action="\/i\/start/g)).toHaveLength(1);
});

test('after a code that was not taken the language can be changed, too', async () => {
  const page = await rendered(samples.find(({ name }) => name === 'landing-code-unknown')!.model);
  expect(page).toContain('action="/i/language"');
});

test.each(['ending-cancelled', 'wrong-tenant'])('%s names whom to ask', async (name) => {
  expect(await rendered(samples.find((sample) => sample.name === name)!.model)).toContain('Ada Berg');
});

test('an ending calls the id of the request otherwise than the reference of the order', async () => {
  const page = await rendered(samples.find(({ name }) => name === 'ending-answer_refused')!.model);
  expect([page.match(/Request <code/g), page.match(/Reference <bdi/g)].map((found) => found?.length)).toEqual([1, 1]);
});

test('a permission stands as a sentence with its claim value below it', async () => {
  const page = await rendered(samples.find(({ name }) => name === 'invitation')!.model);
  expect(page).toContain('Assign telephone numbers in Teams');
  expect(page).toMatch(/<code[^>]*>TeamsTelephoneNumber\.ReadWrite\.All<\/code/);
});

test('a permission that nobody looked up takes away every "never"', async () => {
  const page = await rendered(samples.find(({ name }) => name === 'invitation-unknown-permission')!.model);
  expect(page).toContain('user_impersonation');
  expect(page).not.toContain('What it could never do');
});

test.each(['proved-without-account', 'box-not-ticked-without-account'])(
  '%s: a reader who may be somebody else is not told what they did',
  async (name) => {
    const page = await rendered(samples.find((sample) => sample.name === name)!.model);
    expect(page).not.toMatch(/You signed in|You approved/);
    expect(page).not.toContain('megan@contoso.example');
  },
);

test('what was granted and not asked for is never called impossible', async () => {
  const pageOf = async (name: string) => rendered(samples.find((sample) => sample.name === name)!.model);
  expect(await pageOf('proved')).toContain('Read or send mail, or open calendars');
  expect(await pageOf('proved-at-risk')).not.toContain('Read or send mail, or open calendars');
  expect(await pageOf('proved-without-account'), 'nothing was read back').not.toContain('What it cannot do');
});
