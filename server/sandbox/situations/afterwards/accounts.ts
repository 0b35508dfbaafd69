import type { PolicyName } from '../../sign-in/policy-errors.ts';
import type { Situation } from '../situation.ts';
import { ordinary } from './ordinary.ts';

const asks = (company: Parameters<typeof ordinary>[0], what: string, policy: PolicyName): Situation =>
  ordinary(company, what, { policies: [policy] });

/** What becomes of the account that consented, and what its organisation asks of it from then on. */
export const accountSituations: readonly Situation[] = [
  ordinary('contoso', 'account-disabled', { account: 'disabled' }),
  ordinary('fabrikam', 'account-deleted', { account: 'deleted' }),
  ordinary('northwind', 'signed-out-by-an-administrator', { account: 'signed out by an administrator' }),
  ordinary('litware', 'ninety-days-of-silence', { days: 91 }),
  ordinary('adatum', 'role-taken-away', { roles: { active: [] } }),
  ordinary('proseware', 'role-to-be-activated', { roles: { active: [], eligible: ['Teams Administrator'] } }),
  ordinary('tailspin', 'least-role-is-enough', { roles: { active: ['Teams Communications Administrator'] } }),

  asks('contoso', 'sign-in-every-day', 'sign-in every day'),
  asks('fabrikam', 'second-factor', 'a second factor'),
  asks('northwind', 'second-factor-each-time', 'a second factor each time'),
  asks('litware', 'second-factor-anew', 'a second factor anew'),
  asks('adatum', 'second-factor-to-be-registered', 'a second factor to be registered'),
  asks('wingtip', 'challenge-of-somebody-else', 'a challenge of somebody else'),
  asks('contoso', 'registered-device', 'a registered device'),
  asks('fabrikam', 'known-device', 'a known device'),
  asks('northwind', 'compliant-device', 'a compliant device'),
  asks('litware', 'domain-joined-device', 'a domain joined device'),
  asks('adatum', 'approved-application', 'an approved application'),
  asks('proseware', 'blocked-from-this-place', 'another place'),
  asks('tailspin', 'risky-registration', 'registration away from risk'),
  asks('wingtip', 'risk-at-home', 'no risk at home'),
  asks('contoso', 'tenant-restrictions', 'the tenants of a list'),
  asks('fabrikam', 'security-policy', 'what the security policy wants'),
  asks('northwind', 'security-defaults', 'security defaults'),
];
