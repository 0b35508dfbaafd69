import type { Situation } from '../situation.ts';
import { accountSituations } from './accounts.ts';
import { applicationSituations } from './applications.ts';
import { answerSituations } from './answers.ts';
import { registrationSituations } from './registrations.ts';
import { serviceSituations } from './services.ts';
import { settlingSituations } from './settling.ts';

/** Every situation that is about what becomes of a connection, and not about how it is made. A new one is a line in one of these. */
export const situationsAfterConsent: readonly Situation[] = [
  ...settlingSituations,
  ...accountSituations,
  ...registrationSituations,
  ...serviceSituations,
  ...answerSituations,
  ...applicationSituations,
];
