import type { CandidateView } from '@latchkey/shared/api/candidates';
import type { ConnectionView, ValidationView } from '@latchkey/shared/api/connections';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { Reads } from '../storage/store.ts';
import { validationView } from '../validation/validation-view.ts';
import type { Candidate } from './candidate-repository.ts';
import { connectionView, verdictView, type ConnectionViewSettings } from './connection-view.ts';

export interface ReadsConnections {
  read(id: string, role: OperatorRole): Promise<Result<ConnectionView, 'connection_not_found'>>;
  /** The newest validation; null when there was none. */
  latestValidation(id: string): Promise<Result<ValidationView | null, 'connection_not_found'>>;
  /** The new consent that stands beside it; null where there is none. */
  candidate(id: string): Promise<Result<CandidateView | null, 'connection_not_found'>>;
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
  async candidate(id) {
    if ((await reads.connections.find(id)) === undefined) return err('connection_not_found');
    const candidate = await reads.candidates.find(id);
    return ok(candidate === undefined ? null : candidateView(candidate));
  },
});

const candidateView = (candidate: Candidate): CandidateView => {
  const { connectionId, invitationId, method, consentChangedAt, verdict } = candidate;
  return { connectionId, invitationId, method, consentChangedAt, verdict: verdictView(verdict) };
};
