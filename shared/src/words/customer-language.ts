import { languages } from './words.ts';

/** Languages that somebody can choose for a customer, and a customer's administrator for themselves. */
export const chosenLanguages = ['en', 'de'] as const;
export type ChosenLanguage = (typeof chosenLanguages)[number];

/** The languages of the pages and mails for a customer's administrator: more than the extension's own pages have. */
export const customerLanguages = {
  ...languages,
  de: { tag: 'de', direction: 'ltr' },
} as const;
export type CustomerLanguage = keyof typeof customerLanguages;
