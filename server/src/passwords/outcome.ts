import type { PasswordOutcome } from '@latchkey/shared/api/passwords';
import type { TokenObservation } from '@latchkey/shared/validation/observation';

/** By AADSTS number. Source: learn.microsoft.com reference-error-codes. */
const byNumber: Readonly<Record<number, PasswordOutcome>> = {
  50126: 'wrong',
  50056: 'wrong',
  50034: 'wrong',
  50053: 'locked',
  50055: 'expired',
  50144: 'expired',
  // A password cannot answer any of these, today or ever: the way on is the link.
  50072: 'mfa_required',
  50074: 'mfa_required',
  50076: 'mfa_required',
  50079: 'mfa_required',
  50158: 'mfa_required',
  53003: 'mfa_required',
  50057: 'blocked',
  53000: 'blocked',
  53001: 'blocked',
  53002: 'blocked',
  530032: 'blocked',
  530034: 'blocked',
  530035: 'blocked',
  65001: 'not_consented',
};

/** What Microsoft's answer to a password means. What is not known gets honest words and Microsoft's own number. */
export function passwordOutcome(seen: TokenObservation): PasswordOutcome {
  if (seen.state === 'issued') return 'proved';
  if (seen.state === 'unreachable') return 'unreachable';
  const known = seen.aadsts !== null && Object.hasOwn(byNumber, seen.aadsts) ? byNumber[seen.aadsts] : undefined;
  return known ?? 'refused';
}
