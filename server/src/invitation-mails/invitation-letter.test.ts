import { describe, expect, test } from 'vitest';
import { englishIn } from '../testing/english-in.ts';
import { sampleInvitationMail, sampleLetterNames, sampleResultMail } from './letter-samples.ts';

/** What a person reads: no address, no claim value, no code. */
const wordsOf = (text: string): string => text.replace(/https?:\/\/\S+|[\w-]+\.[\w.]+/g, ' ');

describe.each(sampleLetterNames)('%s', (name) => {
  test('is German from the subject to the foot for who reads German', async () => {
    const mail = (await sampleInvitationMail(name, 'de'))!;
    expect(mail.html).toContain('<html lang="de" dir="ltr">');
    expect(englishIn(wordsOf(`${mail.subject}\n${mail.text}`))).toEqual([]);
    expect(mail.text).toContain('7. Dezember 2026 um 14:28 UTC');
    expect(mail.subject + mail.text, 'a word without a value').not.toMatch(/\{\w*\}|undefined/);
  });

  test('says the same things in both languages: the link, the code and the day', async () => {
    const [german, english] = await Promise.all(
      (['de', 'en'] as const).map(async (language) => (await sampleInvitationMail(name, language))!.text),
    );
    const things = (text: string | undefined) => text?.match(/https?:\/\/[^\s,]+|[A-Z]{4}(-[A-Z]{4}){3}|LK-\d+/g);
    expect(things(german)).toEqual(things(english));
    expect(englishIn(wordsOf(english ?? '')), 'and the English one is noticed').not.toEqual([]);
  });

  test('keeps the typed code on one line', async () => {
    const { html, text } = (await sampleInvitationMail(name, 'en'))!;
    const [code = ''] = /[A-Z]{4}(?:-[A-Z]{4}){3}/.exec(text) ?? [];
    expect(html).toContain(` <span style="white-space:nowrap">${code}</span>`);
  });
});

test('the proof is German from the subject to the foot for who reads German, and names what was approved', async () => {
  const mail = await sampleResultMail('de');
  expect(englishIn(wordsOf(`${mail.subject}\n${mail.text}`))).toEqual([]);
  expect(mail.text).toContain('(TeamsTelephoneNumber.ReadWrite.All)');
  expect(mail.html).not.toContain('/i#');
});
