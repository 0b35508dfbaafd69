import type { commonEnglish } from '@latchkey/shared/words/en/common';
import type { errors } from '@latchkey/shared/words/en/errors';
import type { extensionEnglish } from '@latchkey/shared/words/en/extension';
import { languages, type Language, type WordsOf } from '@latchkey/shared/words/words';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What every page of the extension says, the popup included. */
export type CommonWords = WordsOf<typeof commonEnglish>;

/** What its full pages say. */
export type ExtensionWords = WordsOf<typeof extensionEnglish>;

/** What the server's refusals say. */
export type RefusalWords = WordsOf<typeof errors>;

/** A language as a page needs it: its words, and its tag for dates, numbers and plurals. */
export interface Speech<Spoken extends CommonWords = CommonWords> {
  readonly words: Spoken;
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}

/** A language as a part of a page needs it that says only some of the words. */
export type SpeechOf<Key extends keyof CommonWords> = Pick<Speech, 'tag'> & {
  readonly words: Pick<CommonWords, Key>;
};

const SpeechContext = createContext<Speech | null>(null);
export const SpeechProvider = SpeechContext.Provider;

/** The words of this page. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('A page is drawn without its words.');
  return speech;
}

/** The words of a full page. */
export function useFullSpeech(): Speech<ExtensionWords> {
  const speech = useSpeech();
  if (!isFull(speech)) throw new Error('A full page is drawn with the words of the popup.');
  return speech;
}

/** Whether these are the words of a full page. */
export const isFull = (speech: Speech): speech is Speech<ExtensionWords> => 'console' in speech.words;

/** Words that a page loads when it needs them, in the language that it speaks. */
export const spokenWords = <Tree>({ tag }: Speech, english: Tree): Promise<Tree> =>
  spoken(tag === languages.pseudo.tag ? 'pseudo' : 'en', english);

/** Loads a language. The page brings its English; the test language is made from it, by a file that nobody else loads. */
export async function loadSpeech(language: Language, english: CommonWords): Promise<Speech> {
  return { words: await spoken(language, english), ...languages[language] };
}

/** The words of the server's refusals, for a page that does not carry them. */
export async function loadRefusalWords(speech: Speech): Promise<RefusalWords> {
  const { errors } = await import('./refusal-words.ts');
  return spokenWords<RefusalWords>(speech, errors);
}

async function spoken<Tree>(language: Language, english: Tree): Promise<Tree> {
  if (language === 'en') return english;
  const { pseudoTree } = await import('@latchkey/shared/words/pseudo');
  return pseudoTree(english) as Tree;
}
