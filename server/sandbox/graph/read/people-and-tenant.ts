import { createHash } from 'node:crypto';
import { manyItems, oneItem } from '../odata.ts';
import { readsWholeOrganization } from '../permissions.ts';
import { graphError, type GraphReply } from '../reply.ts';
import type { GraphAsk } from '../routes.ts';
import { domainShapes, organizationShape, personShape, roleShape } from '../shapes.ts';
import { notFound } from './not-found.ts';

/** An application has no "me". */
const onlyForPeople = ({ ids }: GraphAsk): GraphReply =>
  graphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.', ids);

export function listOrganization(ask: GraphAsk): GraphReply {
  const { view, caller, path, query, ids, parts } = ask;
  const organization = organizationShape(view.tenant, readsWholeOrganization(caller));
  const shape = { context: 'organization', type: 'organization' };
  if (parts['id'] === undefined) return manyItems([organization], shape, path, query, ids);
  return parts['id'] === view.tenant.id ? oneItem(organization, shape, query, ids) : notFound(ask, parts['id']);
}

export const listDomains = ({ view, path, query, ids }: GraphAsk): GraphReply =>
  manyItems(domainShapes(view.tenant), { context: 'domains', type: 'domain' }, path, query, ids);

export function readMe(ask: GraphAsk): GraphReply {
  const { person } = ask.caller;
  if (!person) return onlyForPeople(ask);
  return oneItem(personShape(person), { context: 'users', type: 'user' }, ask.query, ask.ids);
}

export function listRoles(ask: GraphAsk): GraphReply {
  const { person, tenantId } = ask.caller;
  if (!person) return onlyForPeople(ask);
  const roles = person.roles.map((name) => roleShape(tenantId, name));
  return manyItems(roles, { context: 'directoryObjects', type: 'directoryRole' }, ask.path, ask.query, ask.ids);
}

export function readUserInfo(ask: GraphAsk): GraphReply {
  const { person, clientId } = ask.caller;
  if (!person) return onlyForPeople(ask);
  const sub = createHash('sha256').update(`${person.id}/${clientId}`).digest('base64url');
  return { status: 200, body: { sub, name: person.name, email: person.username } };
}
