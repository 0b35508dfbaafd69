import type { en } from './en.ts';

/** The shape of all words: what each language must have. */
export type WordsOf<Tree> = Tree extends string ? string : { readonly [Key in keyof Tree]: WordsOf<Tree[Key]> };
export type Words = WordsOf<typeof en>;

/** The languages that there are, with the direction they are written in. `pseudo` is for tests: long, accented, right to left. */
export const languages = {
  en: { tag: 'en', direction: 'ltr' },
  pseudo: { tag: 'en-XA', direction: 'rtl' },
} as const;
export type Language = keyof typeof languages;
