import * as z from 'zod/mini';
import { chosenLanguages } from '../words/customer-language.ts';

/** A language that somebody can choose for a customer. */
export const ChosenLanguage = /* @__PURE__ */ z.enum(chosenLanguages);
