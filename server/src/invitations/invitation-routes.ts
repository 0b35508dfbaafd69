import { cancelInvitation, copyLink, listInvitations, readInvitation } from '@latchkey/shared/api/invitations';
import { chooseMethod, createInvitation, makeStartTicket, switchToLink } from '@latchkey/shared/api/new-invitation';
import { actorOf, type Mount, type Operator } from '../http/call.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import type { CancelsInvitations } from './cancel-invitation.ts';
import type { ChoosesMethods } from './choose-method.ts';
import type { CopiesLinks } from './copy-link.ts';
import type { CreatesInvitations } from './create-invitation.ts';
import { mountPending } from './pending-routes.ts';
import { createInvitationReader } from './read-invitations.ts';
import type { SwitchesToLink } from './switch-to-link.ts';
import type { MakesStartTickets } from './start-ticket.ts';

export interface InvitationServices {
  readonly creator: CreatesInvitations;
  readonly chooser: ChoosesMethods;
  readonly copier: CopiesLinks;
  readonly tickets: MakesStartTickets;
  readonly canceller: CancelsInvitations;
  readonly switcher: SwitchesToLink;
  readonly store: Store;
  readonly now: Clock;
}

interface AboutOne {
  readonly params: { readonly invitationId: string };
  readonly operator: Operator;
  readonly requestId: string;
}

const requestOf = ({ params, operator, requestId }: AboutOne) => ({
  invitationId: params.invitationId,
  actor: actorOf(operator),
  requestId,
});

/** Steps 1 to 4 of the manual, and the list of pending invitations. */
export function mountInvitations(mount: Mount, services: InvitationServices): void {
  const { creator, chooser, copier, tickets, canceller, switcher, store } = services;
  const invitations = createInvitationReader(store.read);
  mount(createInvitation, ({ body, operator, requestId, idempotency }) => {
    const { tenant, reference, language, days, kind, fullName, shortName, licenceType, licensedUsers } = body;
    const order = { kind, fullName, shortName, licenceType, licensedUsers };
    return creator.create({
      tenant,
      order,
      reference: reference ?? null,
      language,
      days,
      actor: actorOf(operator),
      requestId,
      idempotency,
    });
  });
  mount(chooseMethod, (call) => chooser.choose({ ...requestOf(call), ...call.body }));
  mount(copyLink, (call) => copier.copy(requestOf(call)));
  mount(makeStartTicket, (call) => tickets.make(requestOf(call)));
  mount(cancelInvitation, (call) => canceller.cancel(requestOf(call)));
  mount(switchToLink, (call) => switcher.switchToLink(requestOf(call)));
  mount(listInvitations, ({ query }) => invitations.list({ which: query.which ?? 'pending', before: query.before }));
  mountPending(mount, services);
  mount(readInvitation, ({ params }) => invitations.read(params.invitationId));
}
