import { commonEnglish } from './common.ts';
import { console } from './console.ts';
import { doctor } from './doctor.ts';
import { errors } from './errors.ts';
import { messages } from './messages.ts';
import { methods } from './methods.ts';
import { options } from './options.ts';
import { passwords } from './passwords.ts';
import { panel } from './panel.ts';
import { permissions } from './permissions.ts';
import { permissionTable } from './permission-table.ts';
import { signIn } from './sign-in.ts';
import { causes } from './causes.ts';
import { checks } from './checks.ts';
import { directoryRoles } from './directory-roles.ts';

/** The words of the extension's full pages: `en` without the customer's pages, which the server writes. */
export const extensionEnglish = {
  ...commonEnglish,
  errors,
  messages,
  methods,
  passwords,
  permissions,
  permissionTable,
  causes,
  checks,
  directoryRoles,
  console,
  doctor,
  panel,
  signIn,
  options,
} as const;
