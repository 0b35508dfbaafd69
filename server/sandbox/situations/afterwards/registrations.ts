import type { Situation } from '../situation.ts';
import { ordinary } from './ordinary.ts';

/** What becomes of the registration, of what was granted to it, and of the secret by which it proves itself. */
export const registrationSituations: readonly Situation[] = [
  ordinary('contoso', 'registration-disabled', { registration: 'disabled' }),
  ordinary('fabrikam', 'registration-disabled-and-still-let-in', {
    registration: 'disabled, and the sign-in service does not know it yet',
  }),
  ordinary('northwind', 'registration-disabled-by-microsoft', { registration: 'disabled by Microsoft' }),
  ordinary('litware', 'only-for-the-assigned', { registration: 'only for the assigned' }),
  ordinary('adatum', 'registration-deleted', { registration: 'deleted' }),

  ordinary('proseware', 'consent-withdrawn', { grants: 'withdrawn' }),
  ordinary('tailspin', 'consent-withdrawn-between-two-reads', {
    grants: 'withdrawn as soon as the next token is given',
  }),
  ordinary('wingtip', 'permission-taken-away', { grants: { without: ['TeamsTelephoneNumber.ReadWrite.All'] } }),
  ordinary('contoso', 'may-not-read-the-directory', { grants: { without: ['Directory.Read.All'] } }),
  ordinary('fabrikam', 'more-granted-than-asked', { grants: { surplus: 3 } }),

  ordinary('wingtip', 'optional-permission-taken-away', { grants: { without: ['Domain.Read.All'] } }),

  ordinary('northwind', 'secret-expired', { secret: 'expired' }),
  ordinary('litware', 'secret-replaced', { secret: 'replaced' }),
  ordinary('adatum', 'secret-id-in-place-of-its-value', { secret: 'its id' }),
  ordinary('proseware', 'secret-ends-soon'),
];
