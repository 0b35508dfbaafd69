import type { InvitationView } from '@latchkey/shared/api/invitations';
import { aadstsFault } from '@latchkey/shared/errors/aadsts/aadsts-faults';
import { keepsPassword } from '@latchkey/shared/invitations/method';
import type { Owner } from '@latchkey/shared/invitations/standing';
import type { Candidate } from '../connections/candidate-repository.ts';
import type { Connection } from '../connections/connection-repository.ts';
import { withCandidate } from '../connections/with-candidate.ts';
import type { Customer } from '../customers/customer-repository.ts';
import type { Reads } from '../storage/store.ts';
import { newOneAskedSince } from './ask-for-new-one.ts';
import type { Invitation } from './invitation-repository.ts';
import { isPastConsent } from './life.ts';

/** A request that a reviewer has granted is started again by whoever has the account: with a password of its own, that is us. */
function refusalView({ method, refusal }: Invitation): InvitationView['refusal'] {
  if (refusal === null) return null;
  const { code, correlationId, requestId, at, liftedAt } = refusal;
  const isOurs = liftedAt !== null && keepsPassword(method);
  return { code, correlationId, requestId, at, liftedAt, owner: isOurs ? 'provider' : refusalOwner(code) };
}

/** Who must act on what Microsoft said; where we do not know it, the customer, who saw it. */
function refusalOwner(code: string): Owner {
  const number = /^AADSTS(\d+)$/.exec(code)?.[1];
  return (number === undefined ? undefined : aadstsFault(Number(number))?.owner) ?? 'customer';
}

/** An invitation as an operator sees it. Nothing of its link is in it. */
export function invitationView(
  invitation: Invitation,
  customer: Customer,
  connection: Connection | undefined,
): InvitationView {
  const { id, order, method, profile, status, statusSince, startedAt, expiresAt, createdAt, reference, version } =
    invitation;
  return {
    id,
    customer: {
      id: customer.id,
      fullName: customer.fullName,
      tenantId: customer.tenantId,
      domain: customer.domain,
    },
    order: { ...order },
    method,
    profile: profile === null ? null : { ...profile },
    status,
    statusSince,
    startedAt,
    expiresAt,
    createdAt,
    createdBy: invitation.createdBy.name,
    reference,
    refusal: refusalView(invitation),
    linkCopiedAt: invitation.link?.copiedAt ?? null,
    askedAt: newOneAskedSince(invitation),
    // Before its own consent the customer's connection is another invitation's.
    connection: connection === undefined || !isPastConsent(invitation) ? null : connectionPart(connection),
    version,
  };
}

const connectionPart = ({ id, verdict }: Connection): NonNullable<InvitationView['connection']> => ({
  id,
  verdict: verdict?.verdict ?? null,
  cause: verdict?.cause ?? null,
  validUntil: verdict?.validUntil ?? null,
  at: verdict?.at ?? null,
  settlingUntil: verdict?.settlingUntil ?? null,
});

/** What an invitation is about: where its consent stands beside the connection, what that consent would make of it. */
export function asSeen(
  { id }: Pick<Invitation, 'id'>,
  connection: Connection | undefined,
  candidates: readonly Candidate[],
): Connection | undefined {
  const candidate = candidates.find(({ invitationId }) => invitationId === id);
  return connection === undefined || candidate === undefined ? connection : withCandidate(connection, candidate);
}

/** Several at once: four reads, however many. */
export async function invitationViews(
  reads: Pick<Reads, 'customers' | 'connections' | 'candidates'>,
  invitations: readonly Invitation[],
): Promise<readonly InvitationView[]> {
  const ids = [...new Set(invitations.map(({ customerId }) => customerId))];
  const [customers, connections, candidates] = await Promise.all([
    reads.customers.findMany(ids),
    reads.connections.findOfCustomers(ids),
    reads.candidates.findOfCustomers(ids),
  ]);
  const customerOf = new Map(customers.map((customer) => [customer.id, customer]));
  const connectionOf = new Map(connections.map((connection) => [connection.customerId, connection]));
  return invitations.flatMap((invitation) => {
    const customer = customerOf.get(invitation.customerId);
    return customer === undefined
      ? []
      : [invitationView(invitation, customer, asSeen(invitation, connectionOf.get(invitation.customerId), candidates))];
  });
}
