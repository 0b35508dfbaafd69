import type { Owner } from '../invitations/standing.ts';
import type { Cause } from '../validation/verdict.ts';
import type { NextStep } from './next-steps.ts';

/** What kind of thing went wrong at Microsoft, or on the way there. */
export const faultClasses = [
  'consent',
  'tenant',
  'account',
  'password',
  'second_factor',
  'policy',
  'session',
  'step',
  'registration',
  'app_setup',
  'credential',
  'licence',
  'permission',
  'throttled',
  'outage',
  'network',
  'unknown',
] as const;
export type FaultClass = (typeof faultClasses)[number];

/**
 * Whether the same may simply be tried again. `never`: not before somebody changed something. `later`: by itself, with growing
 * pauses. `propagation`: for some minutes after a consent, then never. `sign_in`: once a person signs in again.
 */
export const retryRules = ['never', 'later', 'propagation', 'sign_in'] as const;
export type RetryRule = (typeof retryRules)[number];

/** What a refusal on Microsoft's page means for the invitation that was started. */
export type RefusalMeaning = 'declined' | 'not_allowed' | 'wrong_tenant' | 'approval_requested';

/**
 * One fault of the catalogue. Its title stands in words.faults by its name, its one next step by `next`.
 * Nothing in here decides what the program does next: that is OAuth's `error` and the HTTP status.
 */
export interface MicrosoftFault {
  readonly class: FaultClass;
  readonly owner: Owner;
  readonly retry: RetryRule;
  readonly next: NextStep;
  /** The cause that a verdict names for it; without one, OAuth's `error` names it. */
  readonly cause?: Cause;
  readonly refusal?: RefusalMeaning;
}
