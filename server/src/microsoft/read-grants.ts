import type { GrantsObservation, RegistrationObservation } from '@latchkey/shared/validation/observation';
import { malformed } from './answers.ts';
import type { Graph, GraphAnswer } from './graph-client.ts';
import { answerTo, seenWhole } from './graph-observation.ts';
import { AppRoleAssignmentPage, PermissionGrantPage } from './graph-shapes.ts';
import type { KnownResources } from './known-resources.ts';
import { application, delegated, type ResourcePermissions } from './resource-permissions.ts';

/** What was granted to our registration. Grants of anybody else in the answer make all of it nobody's proof. */
export async function readGrants(
  graph: Graph,
  answers: Readonly<Record<string, GraphAnswer>>,
  registration: RegistrationObservation,
  known: KnownResources,
): Promise<GrantsObservation> {
  const grants = await seenWhole(graph, answerTo(answers, 'oauth2PermissionGrants'), PermissionGrantPage);
  if (grants.state !== 'read') return grants;
  const roles = await seenWhole(graph, answerTo(answers, 'appRoleAssignments'), AppRoleAssignmentPage);
  if (roles.state !== 'read') return roles;
  const holders = [
    ...grants.value.map(({ clientId }) => clientId),
    ...roles.value.map(({ principalId }) => principalId),
  ];
  if (registration.state === 'read' && holders.some((id) => id.toLowerCase() !== registration.objectId.toLowerCase()))
    return malformed(200, grants.requestId);
  const resources = await known.all([...grants.value, ...roles.value].map(({ resourceId }) => resourceId));
  if (resources.state !== 'read') return resources;
  const of = <Item extends { readonly resourceId: string }>(
    item: Item,
    each: (item: Item, resource: ResourcePermissions) => readonly ReturnType<typeof application>[],
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
