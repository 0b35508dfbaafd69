import * as z from 'zod/mini';
import { customerLanguages, type CustomerLanguage } from '../words/customer-language.ts';

/** A language that a mail can be written in: every one that there are words of. */
export const MailLanguage = z.enum(Object.keys(customerLanguages) as readonly CustomerLanguage[]);
