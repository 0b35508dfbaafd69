import { actions } from './actions.ts';
import { clientErrors } from './client-errors.ts';
import { popup } from './popup.ts';
import { proofs } from './proofs.ts';
import { owners, statuses } from './statuses.ts';
import { times } from './times.ts';
import { evidence, verdicts } from './verdicts.ts';

/**
 * The words of the popup, which every page of the extension needs as well. The popup opens at once, so it carries no others; those of
 * the server's refusals it loads when there is one to show.
 */
export const commonEnglish = {
  product: 'Latchkey',
  statuses,
  owners,
  actions,
  verdicts,
  evidence,
  clientErrors,
  proofs,
  popup,
  times,
} as const;
