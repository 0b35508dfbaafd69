import { findings } from '@latchkey/shared/words/en/findings';
import { guide } from '@latchkey/shared/words/en/guide';
import { evidence } from '@latchkey/shared/words/en/verdicts';
import { pseudoTree } from '@latchkey/shared/words/pseudo';
import { languages, type Language, type WordsOf } from '@latchkey/shared/words/words';

const english = { guide, findings, evidence } as const;
export type OverlayWords = WordsOf<typeof english>;

/** A language as the overlay needs it. It is one file in somebody else's page, so it carries all that it says. */
export interface OverlaySpeech {
  readonly words: OverlayWords;
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}

export const speak = (language: Language): OverlaySpeech => ({
  words: language === 'pseudo' ? (pseudoTree(english) as OverlayWords) : english,
  ...languages[language],
});
