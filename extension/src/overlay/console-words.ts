import { causes } from '@latchkey/shared/words/en/causes';
import { proofs } from '@latchkey/shared/words/en/proofs';
import { providerConsole } from '@latchkey/shared/words/en/provider-console';
import { owners, statuses } from '@latchkey/shared/words/en/statuses';
import { times } from '@latchkey/shared/words/en/times';
import { evidence, verdicts } from '@latchkey/shared/words/en/verdicts';
import { pseudoTree } from '@latchkey/shared/words/pseudo';
import { languages, type Language, type WordsOf } from '@latchkey/shared/words/words';

const { neverValidated, nobodyActs, ownerActs, settlingUntil, worked } = proofs;
const english = {
  providerConsole,
  verdicts,
  evidence,
  causes,
  statuses,
  owners,
  times,
  proofs: { neverValidated, nobodyActs, ownerActs, settlingUntil, worked },
} as const;
type ConsoleWords = WordsOf<typeof english>;

/** A language as the card on the provider's console needs it. It is one file in somebody else's page, so it carries all that it says. */
export interface ConsoleSpeech {
  readonly words: ConsoleWords;
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}

export const speakOnConsole = (language: Language): ConsoleSpeech => ({
  words: language === 'pseudo' ? (pseudoTree(english) as ConsoleWords) : english,
  ...languages[language],
});
