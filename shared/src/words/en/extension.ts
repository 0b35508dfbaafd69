import { actions } from './actions.ts';
import { clientErrors } from './client-errors.ts';
import { console } from './console.ts';
import { errors } from './errors.ts';
import { methods } from './methods.ts';
import { options } from './options.ts';
import { permissions } from './permissions.ts';
import { popup } from './popup.ts';
import { proofs } from './proofs.ts';
import { signIn } from './sign-in.ts';
import { owners, statuses } from './statuses.ts';
import { times } from './times.ts';
import { causes, checks, evidence, verdicts } from './verdicts.ts';

/** The words that the extension shows: `en` without the customer's pages, which the server writes and no popup need carry. */
export const extensionEnglish = {
  product: 'Latchkey',
  statuses,
  owners,
  actions,
  methods,
  permissions,
  verdicts,
  evidence,
  causes,
  checks,
  errors,
  clientErrors,
  proofs,
  popup,
  console,
  signIn,
  options,
  times,
} as const;
