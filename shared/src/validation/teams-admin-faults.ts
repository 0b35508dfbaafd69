import type { PermissionProfile } from '../permissions/profile.ts';
import { fault, notReached, type Fault } from './fault.ts';
import { isFresh } from './fresh.ts';
import type { Observations } from './observation.ts';
import { refusedCall } from './refused-call.ts';
import { tokenRefusal } from './token-refusal.ts';
import { isNeeded, scopesOf } from './workloads.ts';

const unread = fault('unknown', 'workload_unreadable', 'provider', 'grants');

/** What the Teams administration API says against the connection: it wants a token of its own, and that can be refused alone. */
export function teamsAdminFaults(seen: Observations, profile: PermissionProfile): readonly Fault[] {
  const { teamsAdminToken: token, teamsAdmin: read } = seen;
  // A cloud that has no such service is no fault of the connection.
  if (!isNeeded(profile, 'teams_admin') || token.state === 'not_needed') return [];
  if (token.state === 'not_tried') return seen.token.state === 'issued' ? [unread] : [];
  if (token.state === 'unreachable') return [notReached(token)];
  if (token.state === 'refused') return [{ ...tokenRefusal(token), evidence: 'token' }];
  if (!isFresh(token, seen.consentChangedAt)) return [fault('unknown', 'token_not_fresh', 'microsoft', 'token', true)];
  if (read.state === 'read') return [];
  if (read.state === 'unreachable') return [notReached(read)];
  return read.state === 'refused' ? [refusedCall(read, { token }, scopesOf('teams_admin'))] : [unread];
}
