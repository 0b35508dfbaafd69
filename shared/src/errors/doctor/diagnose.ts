import { aadstsFault, isKnownAadsts } from '../aadsts/aadsts-faults.ts';
import { graphFaults } from '../graph-faults.ts';
import type { MicrosoftFault } from '../microsoft-fault.ts';
import { oauthFaults } from '../oauth-faults.ts';
import { statusFaults, transportFaults, type FaultStatus } from '../transport-faults.ts';
import type { Found } from './found.ts';

/** What a fault is called, and by whom: its words stand under the same two names in words.faults. */
export interface Diagnosis extends Pick<MicrosoftFault, 'class' | 'owner' | 'retry' | 'next'> {
  readonly source: 'aadsts' | 'graph' | 'transport' | 'oauth' | 'status' | 'unknown';
  /** The number, the code or the name; of an unknown fault, the number. */
  readonly key: string;
}

/** The one cause of what was found; undefined where no error was found. There is no good outcome: a text proves nothing. */
export function diagnose(found: Found): Diagnosis | undefined {
  const { aadsts, graph, transport, oauthError, status } = found;
  const number =
    aadsts.find((one) => isKnownAadsts(one) && aadstsFault(one)?.class !== 'step') ?? aadsts.find(isKnownAadsts);
  if (number !== undefined) return made('aadsts', number, aadstsFault(number));
  if (graph !== null) return made('graph', graph, graphFaults[graph]);
  if (aadsts[0] !== undefined) return made('unknown', aadsts[0], notKnown);
  if (transport !== null) return made('transport', transport, transportFaults[transport]);
  if (oauthError !== null) return made('oauth', oauthError, oauthFaults[oauthError]);
  const known = status !== null && Object.hasOwn(statusFaults, status) ? (status as FaultStatus) : undefined;
  return known === undefined ? undefined : made('status', known, statusFaults[known]);
}

const notKnown = {
  class: 'unknown',
  owner: 'provider',
  retry: 'never',
  next: 'look_up',
} as const satisfies MicrosoftFault;

function made(
  source: Diagnosis['source'],
  key: string | number,
  fault: MicrosoftFault | undefined,
): Diagnosis | undefined {
  if (fault === undefined) return undefined;
  const { class: kind, owner, retry, next } = fault;
  return { source, key: String(key), class: kind, owner, retry, next };
}
