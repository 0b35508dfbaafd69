import { owners } from '@latchkey/shared/words/en/statuses';
import { toolbar } from '@latchkey/shared/words/en/toolbar';
import { evidence, verdicts } from '@latchkey/shared/words/en/verdicts';
import { pseudoTree } from '@latchkey/shared/words/pseudo';
import { languages, type Language, type WordsOf } from '@latchkey/shared/words/words';

const english = { toolbar, verdicts, evidence, owners } as const;

/** What the worker says. It can load nothing later, so it brings its few words along. */
export type ToolbarWords = WordsOf<typeof english>;

export interface ToolbarSpeech {
  readonly words: ToolbarWords;
  readonly tag: string;
}

export const toolbarSpeech = (language: Language): ToolbarSpeech => ({
  words: language === 'en' ? english : (pseudoTree(english) as ToolbarWords),
  tag: languages[language].tag,
});
