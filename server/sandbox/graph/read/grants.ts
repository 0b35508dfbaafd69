import type { Grant } from '../../directory/records.ts';
import { equalsFilter, manyItems, oneItem } from '../odata.ts';
import type { GraphReply } from '../reply.ts';
import type { GraphAsk } from '../routes.ts';
import { grantShape } from '../shapes.ts';
import { notFound, unsupportedFilter } from './not-found.ts';

const shape = { context: 'oauth2PermissionGrants', type: 'oAuth2PermissionGrant' };

/** Answers a list of grants, and says in the log what it showed. */
export function answerGrants(ask: GraphAsk, grants: readonly Grant[]): GraphReply {
  const { view, path, query, ids } = ask;
  const appIds = new Map(view.servicePrincipals.map(({ id, appId }) => [id, appId]));
  ask.shows(
    grants.flatMap(({ scopes, consentType, resourceId }) =>
      scopes.map((value) => ({ resourceAppId: appIds.get(resourceId) ?? resourceId, value, consentType })),
    ),
  );
  return manyItems(grants.map(grantShape), shape, path, query, ids);
}

export function listAllGrants(ask: GraphAsk): GraphReply {
  const filter = equalsFilter(ask.query, ['clientId', 'resourceId', 'consentType', 'principalId']);
  if (filter === null) return unsupportedFilter(ask);
  const { grants } = ask.view;
  if (!filter) return answerGrants(ask, grants);
  const [name, value] = filter;
  return answerGrants(
    ask,
    grants.filter((grant) => grantShape(grant)[name as 'clientId'] === value),
  );
}

export function readGrant(ask: GraphAsk): GraphReply {
  const grant = ask.view.grants.find(({ id }) => id === ask.parts['id']);
  if (!grant) return notFound(ask, ask.parts['id'] ?? '');
  return oneItem(grantShape(grant), shape, ask.query, ask.ids);
}
