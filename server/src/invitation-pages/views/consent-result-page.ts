import type { Html } from '../markup/sentence.ts';
import type { ConsentResultPage, PageContext } from '../model.ts';
import { outcomeOf } from '../outcome.ts';
import { boxNotTickedPage } from './box-not-ticked-page.ts';
import { notProvedPage } from './not-proved-page.ts';
import { provedPage } from './proved-page.ts';
import { settlingPage } from './settling-page.ts';

/** What a consent came to, by its verdict and by nothing else. */
export function consentResultPage(model: ConsentResultPage, context: PageContext): Html {
  const outcome = outcomeOf(model.verdict, context.now);
  if (outcome.kind === 'proved') return provedPage(model, outcome.atRisk, context);
  if (outcome.kind === 'box_not_ticked') return boxNotTickedPage(model, context);
  if (outcome.kind === 'settling') return settlingPage(model, outcome.until, context);
  return notProvedPage(model, outcome.cause, context);
}
