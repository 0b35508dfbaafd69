import { directoryRoles } from '../../directory/roles.ts';
import { equalsFilter, manyItems } from '../odata.ts';
import { graphError, type GraphReply } from '../reply.ts';
import type { GraphAsk } from '../routes.ts';
import { personShape, roleShape } from '../shapes.ts';
import { unsupportedFilter } from './not-found.ts';

/** The people of the tenant. */
export function listUsers({ world, caller, path, query, ids }: GraphAsk): GraphReply {
  const people = world.state.directory.people.filter(({ tenantId }) => tenantId === caller.tenantId);
  return manyItems(people.map(personShape), { context: 'users', type: 'user' }, path, query, ids);
}

/** Who may administer telephony in Teams. */
export const telephonyRoles: readonly string[] = [
  'Global Administrator',
  'Teams Administrator',
  'Teams Communications Administrator',
  'Teams Telephony Administrator',
];

/** Telephone numbers: none yet, as before the service is set up. A person needs a role besides the permission. */
export function listNumbers({ caller, path, query, ids }: GraphAsk): GraphReply {
  if (caller.person !== undefined && !caller.person.roles.some((role) => telephonyRoles.includes(role)))
    return graphError(403, 'Forbidden', 'The caller has no role that may administer telephone numbers.', ids);
  return manyItems([], { context: 'numberAssignments', type: 'numberAssignment' }, path, query, ids);
}

/** Directory roles of an application. Consent gives none: they are those that an administrator gave the consent app. */
export function listPrincipalRoles({ world, caller, parts, path, query, ids }: GraphAsk): GraphReply {
  const { registrations, conditions } = world.state;
  const isOurs = parts['appId'] === registrations.consent.clientId;
  const roles = (isOurs ? conditions.applicationRoles : []).map((name) => roleShape(caller.tenantId, name));
  return manyItems(roles, { context: 'directoryObjects', type: 'directoryRole' }, path, query, ids);
}

/** Roles that may be activated. */
export function listEligibleRoles(ask: GraphAsk): GraphReply {
  const { world, caller, path, query, ids } = ask;
  const filter = equalsFilter(query, ['principalId']);
  if (filter === null) return unsupportedFilter(ask);
  const people = filter === undefined ? [caller.person] : [world.state.directory.person(filter[1])];
  const items = people.flatMap((person) =>
    (person?.eligibleRoles ?? []).map((name) => ({
      id: `${person?.id}/${roleShape(caller.tenantId, name).id}`,
      principalId: person?.id,
      roleDefinitionId: directoryRoles[name],
    })),
  );
  return manyItems(items, { context: 'roleEligibilityScheduleInstances', type: 'roleEligibility' }, path, query, ids);
}
