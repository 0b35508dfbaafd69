import { graphError, type GraphReply } from '../reply.ts';
import type { GraphAsk } from '../routes.ts';

/** What Graph says when a thing is not there, or not there yet. */
export const notFound = ({ ids }: GraphAsk, id: string): GraphReply =>
  graphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    ids,
  );

export const unsupportedFilter = ({ ids }: GraphAsk): GraphReply =>
  graphError(400, 'Request_UnsupportedQuery', 'Unsupported or invalid query filter clause specified.', ids);
