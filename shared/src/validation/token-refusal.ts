import { aadstsFault } from '../errors/aadsts/aadsts-faults.ts';
import type { MicrosoftFault } from '../errors/microsoft-fault.ts';
import { oauthFault } from '../errors/oauth-faults.ts';
import { fault, type Fault } from './fault.ts';
import type { TokenObservation } from './observation.ts';

type Refusal = Extract<TokenObservation, { state: 'refused' }>;

const notReached = fault('unreachable', 'no_network', 'microsoft', 'none');
const notKnown = fault('unknown', 'token_refused', 'provider', 'none');

/**
 * What a refused token means. OAuth's `error` and `suberror` decide whether it is a refusal or only a fault at Microsoft; the
 * AADSTS number names the cause of a refusal where we know it. What we do not know is `unknown`: honest words and Microsoft's
 * own number, never a guess.
 */
export function tokenRefusal({ error, suberror, aadsts }: Refusal): Fault {
  const contract = oauthFault(suberror === 'consent_required' ? suberror : error);
  if (contract?.class === 'outage') return notReached;
  return named(aadstsFault(aadsts)) ?? named(contract) ?? notKnown;
}

function named(known: MicrosoftFault | undefined): Fault | undefined {
  if (known?.cause === undefined) return undefined;
  const { cause, owner, retry } = known;
  const verdict = cause === 'conditional_access' ? 'blocked' : 'action_needed';
  return fault(verdict, cause, owner, 'none', retry === 'propagation');
}
