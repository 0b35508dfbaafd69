import type { MicrosoftFault } from '../microsoft-fault.ts';
import { appFaults } from './apps.ts';
import { peopleFaults } from './people.ts';
import { policyFaults } from './policies.ts';
import { serviceFaults } from './service.ts';

/** Every AADSTS number that we know. Microsoft may change them: they choose words, and never what the program does. */
export const aadstsFaults = { ...peopleFaults, ...policyFaults, ...appFaults, ...serviceFaults } as const;

export type AadstsNumber = keyof typeof aadstsFaults;

/** Whether we have words of its own for a number. */
export const isKnownAadsts = (number: number): number is AadstsNumber => Object.hasOwn(aadstsFaults, number);

/** The entry of a number; undefined for one that we do not know. */
export const aadstsFault = (number: number | null): MicrosoftFault | undefined =>
  number !== null && isKnownAadsts(number) ? aadstsFaults[number] : undefined;
