import { readConnection, readLatestValidation } from '@latchkey/shared/api/connections';
import { readCandidate } from '@latchkey/shared/api/candidates';
import type { Mount } from '../http/call.ts';
import type { ReadsConnections } from './read-connections.ts';

/** A connection as it stands. */
export function mountConnections(mount: Mount, connections: ReadsConnections): void {
  mount(readConnection, ({ params, operator }) => connections.read(params.connectionId, operator.role));
  mount(readLatestValidation, ({ params }) => connections.latestValidation(params.connectionId));
  mount(readCandidate, ({ params }) => connections.candidate(params.connectionId));
}
