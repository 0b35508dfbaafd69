import { actions } from './en/actions.ts';
import { errors } from './en/errors.ts';
import { methods } from './en/methods.ts';
import { permissions } from './en/permissions.ts';
import { owners, statuses } from './en/statuses.ts';
import { times } from './en/times.ts';
import { causes, checks, customerEvidence, evidence, verdicts } from './en/verdicts.ts';

/** Every sentence that a person reads, in English. Each other language satisfies `Words`. */
export const en = {
  product: 'Latchkey',
  statuses,
  owners,
  actions,
  methods,
  permissions,
  verdicts,
  evidence,
  customerEvidence,
  causes,
  checks,
  errors,
  times,
} as const;
