import { invitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import { pageWords } from '@latchkey/shared/words/page-words';

/** In quotation marks stands what is called so elsewhere, Microsoft's English box among it. */
const unquoted = (text: string): string => text.replace(/„[^“]*“/g, ' ');
const wordsIn = (text: string): readonly string[] =>
  unquoted(text)
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? [];
const allOf = (language: 'en' | 'de'): ReadonlySet<string> =>
  new Set(wordsIn(JSON.stringify([pageWords[language], invitationMailWords[language]]).replaceAll('\\n', ' ')));

const german = allOf('de');
const englishOnly = new Set([...allOf('en')].filter((word) => !german.has(word)));

/** What is left of English in a text for who reads German: words that our English sentences have, and no German one. */
export const englishIn = (text: string): readonly string[] => wordsIn(text).filter((word) => englishOnly.has(word));
