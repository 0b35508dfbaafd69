import { en } from './en.ts';
import { faults } from './en/faults.ts';
import { pages } from './en/pages.ts';
import { pseudoTree } from './pseudo.ts';
import type { Language, WordsOf } from './words.ts';

const english = { ...en, faults, pages } as const;

/** All words, with those of the pages for a customer's administrator. They stand apart so that the extension does not carry them. */
export type PageWords = WordsOf<typeof english>;

/** By language. */
export const pageWords: Readonly<Record<Language, PageWords>> = {
  en: english,
  pseudo: pseudoTree(english) as PageWords,
};
