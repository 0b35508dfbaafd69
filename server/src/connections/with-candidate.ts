import type { Reads } from '../storage/store.ts';
import type { Candidate } from './candidate-repository.ts';
import type { Connection } from './connection-repository.ts';

/** The candidate that this invitation brought; undefined once it was proved, and where its consent made the connection itself. */
export async function candidateOfInvitation(
  reads: Pick<Reads, 'candidates'>,
  { id, customerId }: { readonly id: string; readonly customerId: string },
): Promise<Candidate | undefined> {
  const [candidate] = await reads.candidates.findOfCustomers([customerId]);
  return candidate?.invitationId === id ? candidate : undefined;
}

/** The connection as it would stand by the candidate: what its invitation is about. The tokens alone stay what they are. */
export function withCandidate(connection: Connection, candidate: Candidate): Connection {
  const { invitationId, method, profile, account, registrationObjectId, consentChangedAt, verdict } = candidate;
  return { ...connection, invitationId, method, profile, account, registrationObjectId, consentChangedAt, verdict };
}
