import { randomBytes } from 'node:crypto';
import type { Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import type { InvitationRequest } from './choose-method.ts';
import { isExpired, isStartable } from './life.ts';
import { hashOf } from './link.ts';

export interface StartTicketShown {
  readonly startPage: string;
  readonly goodUntil: string;
}

type TicketFault = 'invitation_not_found' | 'invitation_move_illegal' | 'invitation_expired';

export interface MakesStartTickets {
  make(request: InvitationRequest): Promise<Result<StartTicketShown, TicketFault>>;
}

const goodForMs = 10 * 60_000;

/** "Click here to start": 256 bits in the fragment, good once, for the browser in front of the operator. */
export function createTicketMaker({
  store,
  publicUrl,
  now,
}: {
  readonly store: Store;
  readonly publicUrl: string;
  readonly now: Clock;
}): MakesStartTickets {
  return {
    make: ({ invitationId, actor, requestId }) =>
      transactOrRefuse<StartTicketShown, TicketFault>(store, async (tx, refuse) => {
        const invitation = await tx.invitations.find(invitationId);
        if (invitation === undefined) throw refuse('invitation_not_found');
        if (isExpired(invitation, now())) throw refuse('invitation_expired');
        if (!isStartable(invitation, now()) || invitation.link === null) throw refuse('invitation_move_illegal');
        const ticket = randomBytes(32).toString('base64url');
        const goodUntil = new Date(now().getTime() + goodForMs).toISOString();
        await tx.startTickets.add({ hash: hashOf(ticket), invitationId, goodUntil });
        await tx.audit.append({
          at: now().toISOString(),
          action: 'invitation.start_ticket_made',
          actor,
          customerId: invitation.customerId,
          invitationId,
          requestId,
          details: { goodUntil },
        });
        return { startPage: `${publicUrl}/i#t.${ticket}`, goodUntil };
      }),
  };
}
