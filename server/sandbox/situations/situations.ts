import { adatumApprovalRequested } from './adatum-approval-requested.ts';
import { contosoHappy } from './contoso-happy.ts';
import { fabrikamBoxNotTicked } from './fabrikam-box-not-ticked.ts';
import { litwareMfaRequired } from './litware-mfa-required.ts';
import { northwindDeclined } from './northwind-declined.ts';
import { prosewareReviewerDenies } from './proseware-reviewer-denies.ts';
import type { Situation } from './situation.ts';
import { tailspinNotAnAdmin } from './tailspin-not-an-admin.ts';
import { wingtipWrongTenant } from './wingtip-wrong-tenant.ts';
import { woodgroveKnownPassword } from './woodgrove-known-password.ts';

/** Every situation there is. A new one is a file beside this one and a line here. */
export const situations: readonly Situation[] = [
  contosoHappy,
  fabrikamBoxNotTicked,
  northwindDeclined,
  tailspinNotAnAdmin,
  wingtipWrongTenant,
  litwareMfaRequired,
  adatumApprovalRequested,
  prosewareReviewerDenies,
  woodgroveKnownPassword,
];
