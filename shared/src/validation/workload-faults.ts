import type { PermissionProfile } from '../permissions/profile.ts';
import { fault, notReached, type Fault } from './fault.ts';
import type { Observations } from './observation.ts';
import { refusedCall } from './refused-call.ts';
import { isNeeded, scopesOf } from './workloads.ts';

/** What Graph's live reads of the workloads say against the connection. */
export const workloadFaults = (seen: Observations, profile: PermissionProfile): readonly Fault[] =>
  (['users', 'teams'] as const)
    .filter((check) => isNeeded(profile, check))
    .flatMap((check) => {
      const probe = seen[check];
      if (probe.state === 'unreachable') return [notReached(probe)];
      if (probe.state === 'refused') return [refusedCall(probe, seen, scopesOf(check))];
      return probe.state === 'not_tried' && seen.token.state === 'issued'
        ? [fault('unknown', 'workload_unreadable', 'provider', 'grants')]
        : [];
    });
