import { actions } from './en/actions.ts';
import { clientErrors } from './en/client-errors.ts';
import { console } from './en/console.ts';
import { doctor } from './en/doctor.ts';
import { errors } from './en/errors.ts';
import { messages } from './en/messages.ts';
import { methods } from './en/methods.ts';
import { passwords } from './en/passwords.ts';
import { panel } from './en/panel.ts';
import { permissions } from './en/permissions.ts';
import { permissionTable } from './en/permission-table.ts';
import { popup } from './en/popup.ts';
import { consoleOffer, providerConsole } from './en/provider-console.ts';
import { proofs } from './en/proofs.ts';
import { signIn } from './en/sign-in.ts';
import { options } from './en/options.ts';
import { owners, statuses } from './en/statuses.ts';
import { toolbar } from './en/toolbar.ts';
import { times } from './en/times.ts';
import { causes } from './en/causes.ts';
import { checks } from './en/checks.ts';
import { directoryRoles } from './en/directory-roles.ts';
import { customerEvidence, evidence, verdicts } from './en/verdicts.ts';

/** Every sentence that a person reads, in English. Each other language satisfies `Words`. */
export const en = {
  product: 'Latchkey',
  statuses,
  owners,
  actions,
  messages,
  methods,
  passwords,
  permissions,
  permissionTable,
  verdicts,
  evidence,
  customerEvidence,
  causes,
  checks,
  directoryRoles,
  errors,
  clientErrors,
  proofs,
  popup,
  consoleOffer,
  providerConsole,
  console,
  doctor,
  panel,
  signIn,
  options,
  times,
  toolbar,
} as const;
