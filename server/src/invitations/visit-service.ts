import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Customer } from '../customers/customer-repository.ts';
import type { Store } from '../storage/store.ts';
import type { Invitation } from './invitation-repository.ts';
import { hashOf, normalTypedCode } from './link.ts';

/** A browser that may see one invitation. */
export interface OpenedVisit {
  /** The cookie's value; its hash is what is kept. */
  readonly cookie: string;
  readonly maxAgeSeconds: number;
  readonly invitationId: string;
}

/** Whom a visit's cookie stands for. */
export interface VisitFor {
  readonly invitation: Invitation;
  readonly customer: Customer;
}

type OpenFault = 'link_unknown' | 'link_renewed' | 'start_ticket_unknown';

export interface OpensVisits {
  /** `fragment` is the link's token, or `t.` and a ticket. Opening changes no status. */
  open(fragment: string, requestId: string): Promise<Result<OpenedVisit, OpenFault>>;
  openByCode(typed: string): Promise<Result<OpenedVisit, 'typed_code_unknown' | 'link_renewed'>>;
  /** Undefined for a cookie that stands for nothing, or for a link that was renewed since. */
  find(cookie: string | undefined): Promise<VisitFor | undefined>;
}

const visitSeconds = 24 * 3600;

export function createVisits({ store, now }: { readonly store: Store; readonly now: Clock }): OpensVisits {
  const start = (invitation: Invitation | undefined) => startVisit(store, now(), invitation);
  return {
    async open(fragment, requestId) {
      if (fragment.startsWith('t.')) {
        const invitation = await useTicket(store, now(), fragment.slice(2), requestId);
        return (await start(invitation)) ?? err('start_ticket_unknown');
      }
      // What cannot be a token is looked for like one that could: who guesses learns nothing from the work that is done.
      const hash = hashOf(fragment);
      const [found, wasOne] = await Promise.all([
        store.read.invitations.findByLinkHash(hash),
        store.read.invitations.wasLink(hash),
      ]);
      return (await start(found)) ?? err(wasOne ? 'link_renewed' : 'link_unknown');
    },
    async openByCode(typed) {
      const hash = hashOf(normalTypedCode(typed));
      const [found, wasOne] = await Promise.all([
        store.read.invitations.findByTypedCodeHash(hash),
        store.read.invitations.wasTypedCode(hash),
      ]);
      return (await start(found)) ?? err(wasOne ? 'link_renewed' : 'typed_code_unknown');
    },
    async find(cookie) {
      if (cookie === undefined) return undefined;
      const visit = await store.visits.find(hashOf(cookie), now().toISOString());
      const invitation = visit && (await store.read.invitations.find(visit.invitationId));
      if (visit === undefined || invitation?.link?.version !== visit.linkVersion) return undefined;
      const customer = await store.read.customers.find(invitation.customerId);
      return customer && { invitation, customer };
    },
  };
}

async function startVisit(
  store: Store,
  now: Date,
  invitation: Invitation | undefined,
): Promise<Result<OpenedVisit, never> | undefined> {
  if (invitation === undefined || invitation.link === null) return undefined;
  const cookie = randomBytes(32).toString('base64url');
  await store.visits.add({
    cookieHash: hashOf(cookie),
    invitationId: invitation.id,
    linkVersion: invitation.link.version,
    expiresAt: new Date(now.getTime() + visitSeconds * 1000).toISOString(),
  });
  return ok({ cookie, maxAgeSeconds: visitSeconds, invitationId: invitation.id });
}

/** A ticket opens once, and leaves a line: it was made for one browser. */
async function useTicket(store: Store, now: Date, ticket: string, requestId: string): Promise<Invitation | undefined> {
  const used = await transactOrRefuse<Invitation, OpenFault>(store, async (tx, refuse) => {
    const found = await tx.startTickets.find(hashOf(ticket));
    const invitation = found && (await tx.invitations.find(found.invitationId));
    if (invitation === undefined || found === undefined) throw refuse('start_ticket_unknown');
    if (!(await tx.startTickets.use(found.hash, now.toISOString()))) throw refuse('start_ticket_unknown');
    await tx.audit.append({
      at: now.toISOString(),
      action: 'invitation.start_ticket_used',
      actor: { kind: 'customer', id: null, name: null },
      customerId: invitation.customerId,
      invitationId: invitation.id,
      requestId,
    });
    return invitation;
  });
  return used.ok ? used.value : undefined;
}
