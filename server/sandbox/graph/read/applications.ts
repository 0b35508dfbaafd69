import type { Registration } from '../../directory/records.ts';
import type { ResourceApplication } from '../../directory/resources.ts';
import { guidFrom } from '../../seed/seeded.ts';
import { equalsFilter, manyItems, oneItem } from '../odata.ts';
import type { GraphReply } from '../reply.ts';
import type { GraphAsk } from '../routes.ts';
import { applicationShape } from '../application-shape.ts';
import { notFound, unsupportedFilter } from './not-found.ts';

const shape = { context: 'applications', type: 'application' };

/** A registration is seen in the tenant that it was made in, and in no other. */
const registrationsIn = ({ world, caller }: GraphAsk): readonly Registration[] =>
  world.state.directory.registrations.filter(
    ({ homeTenantId, firstParty }) => homeTenantId === caller.tenantId && !firstParty,
  );

const objectId = ({ clientId }: Registration): string => guidFrom(`application/${clientId}`);

const shown = ({ world }: GraphAsk, registration: Registration) => {
  const { directory } = world.state;
  const resource = (appId: string): ResourceApplication | undefined => directory.resource(appId);
  return applicationShape(objectId(registration), registration, resource);
};

export function listApplications(ask: GraphAsk): GraphReply {
  const filter = equalsFilter(ask.query, ['appId', 'id', 'displayName']);
  if (filter === null) return unsupportedFilter(ask);
  const all = registrationsIn(ask).map((one) => shown(ask, one));
  const chosen = filter ? all.filter((one) => one[filter[0] as 'appId'] === filter[1]) : all;
  return manyItems(chosen, shape, ask.path, ask.query, ask.ids);
}

export function readApplication(ask: GraphAsk): GraphReply {
  const { id, appId } = ask.parts;
  const found = registrationsIn(ask).find((one) =>
    appId === undefined ? objectId(one) === id : one.clientId === appId,
  );
  return found ? oneItem(shown(ask, found), shape, ask.query, ask.ids) : notFound(ask, appId ?? id ?? '');
}
