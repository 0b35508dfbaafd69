import { aadstsFault } from '@latchkey/shared/errors/aadsts/aadsts-faults';
import type { Found } from '@latchkey/shared/errors/doctor/found';
import { readPaste } from '@latchkey/shared/errors/doctor/read-paste';
import { move } from '@latchkey/shared/invitations/status';
import type { Clock } from '../clock.ts';
import type { ToldError } from '../invitation-pages/model.ts';
import { isStartable } from '../invitations/life.ts';
import type { PageSubject } from '../invitations/page-facts.ts';
import { keptError, toldError } from '../invitations/told-error.ts';
import type { Store } from '../storage/store.ts';
import { refuseConsent } from './refuse-consent.ts';

/** `refused`: it carried the code of a sign-in. `moved`: the invitation stands elsewhere now. Otherwise only told. */
export type PasteOutcome = 'refused' | 'nothing' | 'moved' | ToldError;

export interface TakesPastedErrors {
  /** Takes a text from who holds the link. It is read and forgotten; what is kept are the code and Microsoft's ids. */
  take(subject: PageSubject, text: string, requestId: string): Promise<PasteOutcome>;
}

/** Where a pasted refusal can lead: three places, and none is a good one. What proves something never comes this way. */
const moves = {
  not_allowed: { event: 'refuse', code: 'consent_needs_admin' },
  wrong_tenant: { event: 'mismatch_tenant', code: 'consent_tenant_mismatch' },
  approval_requested: { event: 'request_approval', code: 'consent_approval_requested' },
} as const;

export function createPasteTaker({ store, now }: { readonly store: Store; readonly now: Clock }): TakesPastedErrors {
  return {
    async take({ invitation }, text, requestId) {
      const paste = readPaste(text);
      if (paste.state === 'refused') return 'refused';
      const told = toldError(paste.found);
      if (told === null) return 'nothing';
      const at = now().toISOString();
      const next = isStartable(invitation, now()) ? moveOf(told) : undefined;
      const details = { source: 'pasted', ...keptError(paste.found), upstream: [] } as const;
      if (next === undefined || move(invitation.status, next.event) === undefined) {
        await note(store, at, invitation, requestId, paste.found);
        return told;
      }
      await refuseConsent(store, at, { invitationId: invitation.id, code: next.code, requestId, moves: true, details });
      return 'moved';
    },
  };
}

function moveOf({ diagnosis }: ToldError): (typeof moves)[keyof typeof moves] | undefined {
  const refusal = diagnosis.source === 'aadsts' ? aadstsFault(Number(diagnosis.key))?.refusal : undefined;
  return refusal === undefined || refusal === 'declined' ? undefined : moves[refusal];
}

/** An error that moves nothing is on record all the same: the provider sees what its customer met. */
async function note(
  store: Store,
  at: string,
  { id, customerId }: PageSubject['invitation'],
  requestId: string,
  found: Found,
): Promise<void> {
  await store.transact((tx) =>
    tx.audit.append({
      at,
      action: 'consent.error_pasted',
      actor: { kind: 'customer', id: null, name: null },
      customerId,
      invitationId: id,
      requestId,
      details: { source: 'pasted', ...keptError(found) },
    }),
  );
}
