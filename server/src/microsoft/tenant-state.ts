import type { GrantedPermission } from '@latchkey/shared/permissions/check';
import type {
  GrantsObservation,
  OrganizationObservation,
  RegistrationObservation,
} from '@latchkey/shared/validation/observation';
import type { ReadsTenantState } from '../validation/tenant-state.ts';
import { malformed } from './answers.ts';
import { openGraph, type Graph, type GraphAnswer, type GraphSettings } from './graph-client.ts';
import { seen, seenWhole } from './graph-observation.ts';
import { AppRoleAssignmentPage, OrganizationPage, PermissionGrantPage, ServicePrincipal } from './graph-shapes.ts';
import { called, KnownResources } from './known-resources.ts';
import { application, delegated, type ResourceCache, type ResourcePermissions } from './resource-permissions.ts';

export interface TenantStateSettings extends GraphSettings {
  /** Application id of the consent app. */
  readonly clientId: string;
  readonly resources: ResourceCache;
}

export function createTenantStateReader(settings: TenantStateSettings): ReadsTenantState {
  const { clientId, resources } = settings;
  const ours = `/servicePrincipals(appId='${clientId}')`;
  return {
    async read(accessToken, tenantId) {
      const graph = openGraph(settings, accessToken);
      const answers = await graph.batch({
        organization: '/organization?$select=id,displayName,tenantType,verifiedDomains',
        servicePrincipal: `${ours}?$select=id,appId,displayName,accountEnabled,disabledByMicrosoftStatus`,
        oauth2PermissionGrants: `${ours}/oauth2PermissionGrants`,
        appRoleAssignments: `${ours}/appRoleAssignments`,
      });
      const known = new KnownResources(graph, resources, tenantId);
      const grants = await readGrants(graph, answers.oauth2PermissionGrants, answers.appRoleAssignments, known);
      return {
        organization: organization(answers.organization),
        registration: registration(answers.servicePrincipal, clientId),
        grants,
        upstream: [...Object.entries(answers).map(([name, answer]) => called(name, answer)), ...known.calls],
      };
    },
  };
}

/** A tenant has one organization; an answer with none or several names nobody. */
function organization(answer: GraphAnswer): OrganizationObservation {
  const found = seen(answer, OrganizationPage);
  if (found.state !== 'read') return found;
  const [only, another] = found.value.value;
  if (only === undefined || another !== undefined) return malformed(200, found.requestId);
  const { requestId } = found;
  return { state: 'read', tenantId: only.id.toLowerCase(), displayName: only.displayName ?? '', requestId };
}

function registration(answer: GraphAnswer, clientId: string): RegistrationObservation {
  const found = seen(answer, ServicePrincipal);
  if (found.state === 'refused' && found.status === 404) return { state: 'absent', requestId: found.requestId };
  if (found.state !== 'read') return found;
  const { id, appId, accountEnabled, disabledByMicrosoftStatus } = found.value;
  if (appId.toLowerCase() !== clientId.toLowerCase()) return malformed(200, found.requestId);
  const disabled = disabledByMicrosoftStatus ?? 'None';
  return {
    state: 'read',
    objectId: id,
    // Absent reads as switched off: only what Microsoft says is on, is on.
    enabled: accountEnabled === true,
    disabledByMicrosoft: disabled === 'None' ? null : disabled,
    requestId: found.requestId,
  };
}

async function readGrants(
  graph: Graph,
  grantsAnswer: GraphAnswer,
  rolesAnswer: GraphAnswer,
  known: KnownResources,
): Promise<GrantsObservation> {
  const grants = await seenWhole(graph, grantsAnswer, PermissionGrantPage);
  if (grants.state !== 'read') return grants;
  const roles = await seenWhole(graph, rolesAnswer, AppRoleAssignmentPage);
  if (roles.state !== 'read') return roles;
  const resources = await known.all([...grants.value, ...roles.value].map(({ resourceId }) => resourceId));
  if (resources.state !== 'read') return resources;
  const of = <Item extends { readonly resourceId: string }>(
    item: Item,
    each: (item: Item, resource: ResourcePermissions) => readonly GrantedPermission[],
  ) => {
    const resource = resources.value.get(item.resourceId);
    return resource === undefined ? [] : each(item, resource);
  };
  const granted = [
    ...grants.value.flatMap((grant) => of(grant, delegated)),
    ...roles.value.flatMap((role) => of(role, (one, resource) => [application(one, resource)])),
  ];
  return { state: 'read', granted, requestId: grants.requestId };
}
