import { resources, type PermissionProfile } from '../permissions/profile.ts';
import { directRoutingDelegated } from '../permissions/profiles.ts';
import { everything, grant, granting, issued, proved } from './observation-samples.ts';
import type { Observations } from './observation.ts';

export const { teamsAdmin: resourceAppId } = resources;
const impersonation = { resourceAppId, kind: 'delegated', value: 'user_impersonation' } as const;
/** Direct Routing, and the administration of Teams. */
export const profileWith = (required: boolean): PermissionProfile => ({
  ...directRoutingDelegated,
  permissions: [...directRoutingDelegated.permissions, { ...impersonation, required }],
});
export const profile = profileWith(true);
export const token = { ...issued, permissions: ['user_impersonation'] };
export const read = { state: 'read', requestId: 'teams-request' } as const;
/** Everything that such a profile asks for, seen. */
export const good: Observations = {
  ...proved,
  grants: granting([...everything, grant('user_impersonation', { resourceAppId })]),
  resources: {
    state: 'read',
    resources: [resources.graph, resourceAppId].map((appId) => ({ appId, standing: 'enabled' as const })),
    requestId: null,
  },
  teamsAdminToken: token,
  teamsAdmin: read,
};
