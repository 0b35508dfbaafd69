import { graphFault } from '../errors/graph-faults.ts';
import { explains, fault, type Fault } from './fault.ts';
import type { Observations, Refused } from './observation.ts';

/** "The customer has not bought this": by Graph's code, or by 402, which is "payment required" in every service. */
const isLicence = ({ status, code }: Refused): boolean => status === 402 || graphFault(code)?.class === 'licence';

/**
 * One 403 has five meanings. It is split by what was observed, and by nothing else: a licence by its code, a scope by its absence in the
 * token, a role by its absence in the directory. What is left is unknown, not a guess.
 */
export function refusedCall(
  refused: Refused,
  { token, roles }: Pick<Observations, 'token' | 'roles'>,
  needs: { readonly anyScope: readonly string[]; readonly anyRole: readonly string[] },
): Fault {
  if (isLicence(refused)) return fault('action_needed', 'resource_unlicensed', 'customer', 'grants');
  if (refused.status !== 403) return unreadable(refused);
  const carried = token.state === 'issued' ? token.permissions : null;
  if (carried !== null && !needs.anyScope.some((scope) => carried.some((one) => isSame(one, scope))))
    return fault('action_needed', 'token_without_scope', 'customer', 'token', true);
  if (roles.state === 'read' && needs.anyRole.length > 0 && !needs.anyRole.some((role) => roles.active.includes(role)))
    return fault('action_needed', 'role_missing', 'customer', 'grants');
  return unreadable(refused);
}

const unreadable = (refused: Refused): Fault =>
  fault('unknown', 'workload_unreadable', 'provider', 'grants', explains(refused));

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
