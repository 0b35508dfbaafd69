import type { Candidate } from '../connections/candidate-repository.ts';
import type { Connection } from '../connections/connection-repository.ts';
import { candidateOfInvitation, withCandidate } from '../connections/with-candidate.ts';
import type { Reads } from '../storage/store.ts';
import type { Invitation } from './invitation-repository.ts';
import { isPastConsent } from './life.ts';

/** A connection as its invitation sees it; with the candidate, where its consent stands beside and is not proved yet. */
export interface SeenConnection {
  readonly connection: Connection;
  readonly candidate: Candidate | undefined;
}

/**
 * The connection that an invitation is about: its customer's, once its own consent is on record, whichever invitation made it.
 * Before that it is another invitation's, and of one whose consent is not proved it is what that consent would make of it.
 */
export async function connectionOf(
  reads: Pick<Reads, 'connections' | 'candidates'>,
  invitation: Pick<Invitation, 'id' | 'customerId' | 'status'>,
): Promise<SeenConnection | undefined> {
  if (!isPastConsent(invitation)) return undefined;
  const connection = await reads.connections.findByCustomer(invitation.customerId);
  if (connection === undefined) return undefined;
  const candidate = await candidateOfInvitation(reads, invitation);
  return { connection: candidate === undefined ? connection : withCandidate(connection, candidate), candidate };
}
