import { aadstsFault } from '../errors/aadsts/aadsts-faults.ts';
import type { MicrosoftFault } from '../errors/microsoft-fault.ts';
import { oauthFault } from '../errors/oauth-faults.ts';
import type { Fault } from './findings.ts';
import type { TokenObservation } from './observation.ts';

type Refusal = Extract<TokenObservation, { state: 'refused' }>;

const notReached: Fault = {
  verdict: 'unreachable',
  cause: 'no_network',
  owner: 'microsoft',
  evidence: 'none',
  propagates: false,
};

const notKnown: Fault = {
  verdict: 'unknown',
  cause: 'token_refused',
  owner: 'provider',
  evidence: 'none',
  propagates: false,
};

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

function named(fault: MicrosoftFault | undefined): Fault | undefined {
  if (fault?.cause === undefined) return undefined;
  const { cause, owner, retry } = fault;
  return {
    verdict: cause === 'conditional_access' ? 'blocked' : 'action_needed',
    cause,
    owner,
    evidence: 'none',
    propagates: retry === 'propagation',
  };
}
