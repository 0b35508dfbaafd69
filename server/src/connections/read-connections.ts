import type { ConnectionView, ValidationView } from '@latchkey/shared/api/connections';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { Reads } from '../storage/store.ts';
import { validationView } from '../validation/validation-view.ts';
import { connectionView, type ConnectionViewSettings } from './connection-view.ts';

export interface ReadsConnections {
  read(id: string, role: OperatorRole): Promise<Result<ConnectionView, 'connection_not_found'>>;
  /** The newest validation; null when there was none. */
  latestValidation(id: string): Promise<Result<ValidationView | null, 'connection_not_found'>>;
}

export const createConnectionReader = (reads: Reads, settings: ConnectionViewSettings): ReadsConnections => ({
  async read(id, role) {
    const connection = await reads.connections.find(id);
    return connection === undefined ? err('connection_not_found') : ok(connectionView(connection, settings, role));
  },
  async latestValidation(id) {
    if ((await reads.connections.find(id)) === undefined) return err('connection_not_found');
    const latest = await reads.validations.findLatest(id);
    return ok(latest === undefined ? null : validationView(latest));
  },
});
