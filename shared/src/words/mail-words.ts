import { alertMails } from './en/alert-mails.ts';
import { causes } from './en/causes.ts';
import { evidence, verdicts } from './en/verdicts.ts';
import { pseudoTree } from './pseudo.ts';
import type { Language, WordsOf } from './words.ts';

const english = { product: 'Latchkey', alertMails, causes, evidence, verdicts } as const;

/** Words of the mails to the provider's own people. They stand apart so that the extension does not carry them. */
export type MailWords = WordsOf<typeof english>;

/** By language. */
export const mailWords: Readonly<Record<Language, MailWords>> = {
  en: english,
  pseudo: pseudoTree(english) as MailWords,
};
