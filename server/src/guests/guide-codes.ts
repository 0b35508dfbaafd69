import { randomBytes } from 'node:crypto';
import { err, type Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Customer } from '../customers/customer-repository.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { hashOf } from '../invitations/link.ts';
import type { Store } from '../storage/store.ts';
import { mayBeGuided } from './guest-keeper.ts';

const goodForMs = 5 * 60_000;
const nobodyKnown = { kind: 'customer', id: null, name: null } as const;

interface Used {
  readonly invitation: Invitation;
  readonly customer: Customer;
}

export interface GuideCodes {
  /** A new code for a visit; the only good one of that visit from then on. */
  make(request: {
    readonly invitation: Invitation;
    readonly visitCookie: string;
    readonly requestId: string;
  }): Promise<Result<string, 'guide_too_early'>>;
  /** Whose code it is; for exactly one caller. Too old, used, never made, of a visit that is over: one and the same refusal. */
  use(code: string, requestId: string): Promise<Result<Used, 'guide_code_unknown'>>;
}

/** One-time codes: 256 bits, five minutes, kept as a digest, bound to the visit on whose page they stand. */
export function createGuideCodes({ store, now }: { readonly store: Store; readonly now: Clock }): GuideCodes {
  return {
    make: ({ invitation: { id }, visitCookie, requestId }) =>
      transactOrRefuse<string, 'guide_too_early'>(store, async (tx, refuse) => {
        const at = now();
        const invitation = await tx.invitations.find(id);
        const linkVersion = invitation?.link?.version;
        if (invitation === undefined || linkVersion === undefined || !mayBeGuided(invitation, linkVersion))
          throw refuse('guide_too_early');
        const code = randomBytes(32).toString('base64url');
        const goodUntil = new Date(at.getTime() + goodForMs).toISOString();
        await tx.guideCodes.add(
          { hash: hashOf(code), invitationId: id, visitHash: hashOf(visitCookie), linkVersion, goodUntil },
          at.toISOString(),
        );
        await tx.audit.append({
          at: at.toISOString(),
          action: 'guide.code_made',
          actor: nobodyKnown,
          customerId: invitation.customerId,
          invitationId: id,
          requestId,
          details: { goodUntil },
        });
        return code;
      }),

    async use(code, requestId) {
      const at = now().toISOString();
      const known = await store.read.guideCodes.find(hashOf(code));
      const visit = known && (await store.visits.find(known.visitHash, at));
      if (known === undefined || visit === undefined) return err('guide_code_unknown');
      return transactOrRefuse<Used, 'guide_code_unknown'>(store, async (tx, refuse) => {
        const invitation = await tx.invitations.find(known.invitationId);
        const customer = invitation && (await tx.customers.find(invitation.customerId));
        if (invitation === undefined || customer === undefined) throw refuse('guide_code_unknown');
        if (!mayBeGuided(invitation, known.linkVersion)) throw refuse('guide_code_unknown');
        if (!(await tx.guideCodes.use(known.hash, at))) throw refuse('guide_code_unknown');
        await tx.audit.append({
          at,
          action: 'guest.session_opened',
          actor: nobodyKnown,
          customerId: customer.id,
          invitationId: invitation.id,
          requestId,
        });
        return { invitation, customer };
      });
    },
  };
}
