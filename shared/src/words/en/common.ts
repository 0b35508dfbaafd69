import { actions } from './actions.ts';
import { clientErrors } from './client-errors.ts';
import { errors } from './errors.ts';
import { popup } from './popup.ts';
import { proofs } from './proofs.ts';
import { owners, statuses } from './statuses.ts';
import { times } from './times.ts';
import { evidence, verdicts } from './verdicts.ts';

/** The words of the popup, which every page of the extension needs as well. The popup opens at once, so it carries no others. */
export const commonEnglish = {
  product: 'Latchkey',
  statuses,
  owners,
  actions,
  verdicts,
  evidence,
  errors,
  clientErrors,
  proofs,
  popup,
  times,
} as const;
