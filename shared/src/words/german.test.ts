import { describe, expect, test } from 'vitest';
import { customerLanguages } from './customer-language.ts';
import { plural } from './fill.ts';
import { invitationMailWords } from './invitation-mail-words.ts';
import { pageWords } from './page-words.ts';

/** Each sentence by the path of its key. */
function sentences(tree: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(tree as object).flatMap(([key, inner]) =>
    sentences(inner, path === '' ? key : `${path}/${key}`),
  );
}

const sets = { pages: pageWords, mails: invitationMailWords };

/** What is called the same in both languages, and why. */
const sameOnPurpose: Readonly<Record<string, string>> = {
  'pages/invitation/organization': 'the same word',
  'pages/services/direct-routing/name': 'a name of Microsoft’s',
  'invitationMails/service/direct-routing': 'a name of Microsoft’s',
  'pages/language/names/en': 'a language is called by its own name, so that its reader finds it',
  'pages/language/names/de': 'a language is called by its own name, so that its reader finds it',
  'invitationMails/permission': 'nothing but places for what is named',
  'invitationMails/permissionUnsaid': 'nothing but places for what is named',
  'invitationMails/role': 'nothing but places for what is named',
  'invitationMails/previewCode': 'the form of a code',
  'invitationMails/sample/subject': 'nothing but places for what is named',
  'invitationMails/sample/customer': 'a name',
  'invitationMails/sample/shortName': 'a name',
  'invitationMails/sample/domain': 'a name',
  'invitationMails/sample/code': 'the form of a code',
};

/** Words of a German sentence by which one sees that it was never translated. What is quoted is called so elsewhere. */
const english =
  /\b(the|and|of|to|is|are|your|you|not|it|this|that|with|for|by|from|again|has|have|will|be|The|This|That|It|You|Your|If|Then)\b/;
const unquoted = (sentence: string): string => sentence.replace(/„[^“]*“/g, '').replace(/\{+[#/]?\w+\}+/g, '');

const places = (sentence: string): readonly string[] =>
  [...new Set(sentence.match(/\{+[#/^]?\w+\}+/g) ?? [])].toSorted();

describe.each(Object.entries(sets))('German %s', (_name, words) => {
  const inEnglish = sentences(words.en);
  const inGerman = new Map(sentences(words.de));

  test('have the keys of the English ones, and no others', () => {
    expect([...inGerman.keys()].toSorted()).toEqual(inEnglish.map(([path]) => path).toSorted());
  });

  test('name the same things in each sentence', () => {
    const differing = inEnglish.filter(
      ([path, text]) => places(text).join() !== places(inGerman.get(path) ?? '').join(),
    );
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  test('are no English ones, but where both say the same on purpose', () => {
    const same = inEnglish.filter(([path, text]) => inGerman.get(path) === text).map(([path]) => path);
    expect(same.filter((path) => sameOnPurpose[path] === undefined)).toEqual([]);
  });

  test('have no English word in them', () => {
    const left = [...inGerman].filter(([path, text]) => !path.includes('/names/') && english.test(unquoted(text)));
    expect(left).toEqual([]);
  });

  test('close each quotation as German does', () => {
    const wrong = [...inGerman.values()].filter((text) => /[“"](?=\w)|'/.test(text));
    expect(wrong).toEqual([]);
  });
});

test('every reason for a sentence that both languages share belongs to one', () => {
  const shared = Object.values(sets).flatMap((words) => {
    const inGerman = new Map(sentences(words.de));
    return sentences(words.en).flatMap(([path, text]) => (inGerman.get(path) === text ? [path] : []));
  });
  expect(Object.keys(sameOnPurpose).filter((path) => !shared.includes(path))).toEqual([]);
});

test('a number of users is said in the form that German wants', () => {
  const { users } = pageWords.de.pages.invitation;
  const { tag } = customerLanguages.de;
  expect([plural(users, 1, tag), plural(users, 40, tag)]).toEqual(['1 Benutzer', '40 Benutzer']);
});
