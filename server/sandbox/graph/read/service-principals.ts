import type { AppRoleAssignment, ServicePrincipal } from '../../directory/records.ts';
import { equalsFilter, manyItems, oneItem } from '../odata.ts';
import type { GraphReply } from '../reply.ts';
import type { GraphAsk } from '../routes.ts';
import { assignmentShape, servicePrincipalShape } from '../shapes.ts';
import { answerGrants } from './grants.ts';
import { notFound, unsupportedFilter } from './not-found.ts';

const shape = { context: 'servicePrincipals', type: 'servicePrincipal' };

const shown = ({ world }: GraphAsk, principal: ServicePrincipal) =>
  servicePrincipalShape(principal, world.state.directory.resource(principal.appId));

function named({ view, parts }: GraphAsk): ServicePrincipal | undefined {
  const { id, appId } = parts;
  return view.servicePrincipals.find((one) => (appId === undefined ? one.id === id : one.appId === appId));
}

/** Answers with the service principal of the address, or says that it is not there. */
const withPrincipal =
  (answer: (ask: GraphAsk, principal: ServicePrincipal) => GraphReply) =>
  (ask: GraphAsk): GraphReply => {
    const principal = named(ask);
    return principal ? answer(ask, principal) : notFound(ask, ask.parts['appId'] ?? ask.parts['id'] ?? '');
  };

export function listServicePrincipals(ask: GraphAsk): GraphReply {
  const filter = equalsFilter(ask.query, ['appId', 'id', 'displayName']);
  if (filter === null) return unsupportedFilter(ask);
  const all = ask.view.servicePrincipals.map((one) => shown(ask, one));
  const chosen = filter ? all.filter((one) => one[filter[0] as 'appId'] === filter[1]) : all;
  return manyItems(chosen, shape, ask.path, ask.query, ask.ids);
}

export const readServicePrincipal = withPrincipal((ask, principal) =>
  oneItem(shown(ask, principal), shape, ask.query, ask.ids),
);

export const listGrantsOf = withPrincipal((ask, { id }) =>
  answerGrants(
    ask,
    ask.view.grants.filter(({ clientId }) => clientId === id),
  ),
);

function answerAssignments(ask: GraphAsk, chosen: readonly AppRoleAssignment[]): GraphReply {
  const { view, world, path, query, ids } = ask;
  const principalOf = (id: string) => view.servicePrincipals.find((one) => one.id === id);
  const items = chosen.map((one) => {
    const holder = principalOf(one.principalId)?.displayName ?? world.state.directory.person(one.principalId)?.name;
    return assignmentShape(one, holder ?? '', principalOf(one.resourceId)?.displayName ?? '');
  });
  ask.shows(
    chosen.flatMap(({ resourceId, appRoleId }) => {
      const resourceAppId = principalOf(resourceId)?.appId ?? '';
      const role = world.state.directory.resource(resourceAppId)?.appRoles.find(({ id }) => id === appRoleId);
      return role ? [{ resourceAppId, value: role.value, consentType: 'Application' as const }] : [];
    }),
  );
  return manyItems(items, { context: 'appRoleAssignments', type: 'appRoleAssignment' }, path, query, ids);
}

/** What the application was given. */
export const listAssignments = withPrincipal((ask, { id }) =>
  answerAssignments(
    ask,
    ask.view.assignments.filter(({ principalId }) => principalId === id),
  ),
);

/** Who has a role in the application. */
export const listAssigned = withPrincipal((ask, { id }) =>
  answerAssignments(
    ask,
    ask.view.assignments.filter(({ resourceId }) => resourceId === id),
  ),
);
