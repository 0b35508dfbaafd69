import type { Acts } from './act.ts';
import { adoptionActs } from './adoptions.ts';
import { answerActs } from './answers.ts';
import { linkActs } from './links.ts';
import { mailTemplateActs } from './mail-templates.ts';
import { orderActs } from './orders.ts';
import { passwordActs } from './passwords.ts';
import { replacementActs } from './replacements.ts';
import { requestActs } from './requests.ts';

/** Every act, by its name in the table. */
export const acts: Acts = {
  ...orderActs,
  ...requestActs,
  ...passwordActs,
  ...mailTemplateActs,
  ...adoptionActs,
  ...linkActs,
  ...answerActs,
  ...replacementActs,
};
