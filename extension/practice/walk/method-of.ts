import type { WalkedMethod } from '../options.ts';

/** By which method a situation is acted out, where nobody says otherwise: some are about a method with a password. */
const methodOfSituation: Readonly<Record<string, WalkedMethod>> = {
  'litware-mfa-required': 'known-password',
  'adatum-approval-requested': 'service-account',
  'proseware-reviewer-denies': 'service-account',
};

export const methodOf = (situation: string): WalkedMethod => methodOfSituation[situation] ?? 'invitation-link';
