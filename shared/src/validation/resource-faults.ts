import type { PermissionProfile } from '../permissions/profile.ts';
import { explains, fault, notReached, type Fault } from './fault.ts';
import type { Observations, ResourcesObservation } from './observation.ts';

type Standing = Extract<ResourcesObservation, { state: 'read' }>['resources'][number]['standing'];

/** How a resource stands in the tenant; undefined when that was not seen. */
export const standingOf = (seen: ResourcesObservation, appId: string): Standing | undefined =>
  seen.state === 'read'
    ? seen.resources.find((one) => one.appId.toLowerCase() === appId.toLowerCase())?.standing
    : undefined;

/** The resources that are known not to be in the tenant. */
export const absentIn = (seen: ResourcesObservation): readonly string[] =>
  seen.state === 'read' ? seen.resources.filter(({ standing }) => standing === 'absent').map(({ appId }) => appId) : [];

/** The resources of a profile, and whether anything of theirs is required. */
export const resourcesOf = ({ permissions }: PermissionProfile) =>
  [...new Set(permissions.map(({ resourceAppId }) => resourceAppId))].map((appId) => ({
    appId,
    required: permissions.some((one) => one.resourceAppId === appId && one.required),
  }));

/** A resource that the tenant does not have cannot be granted: that is another matter than a consent that is missing. */
export function resourceFaults({ resources, token }: Observations, profile: PermissionProfile): readonly Fault[] {
  if (resources.state === 'unreachable') return [notReached(resources)];
  if (resources.state === 'refused')
    return [fault('unknown', 'grants_unreadable', 'customer', 'token', explains(resources))];
  if (resources.state === 'not_tried')
    return token.state === 'issued' ? [fault('unknown', 'grants_unreadable', 'provider', 'token')] : [];
  return resourcesOf(profile)
    .filter(({ required }) => required)
    .flatMap(({ appId }) => {
      const standing = standingOf(resources, appId);
      if (standing === 'absent') return [fault('action_needed', 'resource_absent', 'customer', 'grants')];
      if (standing === 'disabled') return [fault('action_needed', 'resource_disabled', 'customer', 'grants')];
      return standing === undefined ? [fault('unknown', 'grants_unreadable', 'provider', 'token')] : [];
    });
}
