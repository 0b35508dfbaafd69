import * as z from 'zod/mini';
import { languages, type Language } from '../words/words.ts';

/** A language that a mail can be written in: every one that there are words of. */
export const MailLanguage = z.enum(Object.keys(languages) as readonly Language[]);
