import { languages, type Language } from '@latchkey/shared/words/words';

/** The language to speak: the preference, else the browser's where we have it, else English. */
export const chooseLanguage = (preferred: Language | null, browserLanguage: string): Language =>
  preferred ?? (Object.keys(languages) as Language[]).find((key) => key === browserLanguage.split('-')[0]) ?? 'en';
