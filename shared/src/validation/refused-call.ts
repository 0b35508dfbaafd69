import { graphFault } from '../errors/graph-faults.ts';
import { explains, fault, type Fault } from './fault.ts';
import type { Observations, Refused } from './observation.ts';

/** "The customer has not bought this": by Graph's code, or by 402, which is "payment required" in every service. */
const isLicence = ({ status, code }: Refused): boolean => status === 402 || graphFault(code)?.class === 'licence';

/**
 * One 403 has five meanings. It is split by what was observed, and by nothing else: a licence by its code, a scope by its absence in the
 * token; a role that is absent in the directory is told by role-faults.ts. What is left is unknown, not a guess.
 */
export function refusedCall(
  refused: Refused,
  { token }: Pick<Observations, 'token'>,
  anyScope: readonly string[],
): Fault {
  if (isLicence(refused)) return fault('action_needed', 'resource_unlicensed', 'customer', 'grants');
  const carried = token.state === 'issued' ? token.permissions : null;
  const isCarried = carried === null || anyScope.some((scope) => carried.some((one) => isSame(one, scope)));
  return refused.status === 403 && !isCarried
    ? fault('action_needed', 'token_without_scope', 'customer', 'token', true)
    : unreadable(refused);
}

const unreadable = (refused: Refused): Fault =>
  fault('unknown', 'workload_unreadable', 'provider', 'grants', explains(refused));

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
