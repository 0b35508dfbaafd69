import type { Situation } from '../situation.ts';
import { ordinary } from './ordinary.ts';

/** Five years: nobody waits so long, and the tenant itself is older. */
export const forEver = 5 * 365 * 24 * 3600;

/** How long Microsoft takes to know of a consent, and what its clock says. */
export const settlingSituations: readonly Situation[] = [
  ordinary('contoso', 'settled-at-once'),
  ordinary('fabrikam', 'settles-in-30-seconds', {}, { settlingSeconds: 30 }),
  ordinary('northwind', 'settles-in-two-minutes', {}, { settlingSeconds: 120 }),
  ordinary('litware', 'settles-never', {}, { settlingSeconds: forEver }),
  ordinary('adatum', 'old-token-with-old-rights', {}, { lie: 'old-token' }),
  ordinary('contoso', 'old-token-while-settling', {}, { settlingSeconds: 30, lie: 'old-token' }),
  ordinary('proseware', 'grants-never-shown', {}, { lie: 'no-grants' }),
  ordinary('tailspin', 'clock-a-minute-behind', {}, { clockSeconds: -60 }),
  ordinary('wingtip', 'clock-ten-minutes-behind', {}, { clockSeconds: -600 }),
];
