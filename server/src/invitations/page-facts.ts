import { standingOf } from '@latchkey/shared/invitations/standing';
import type { Customer } from '../customers/customer-repository.ts';
import type { InvitationFacts, InvitationPage } from '../invitation-pages/model.ts';
import { profileFor } from '../permissions/find-profile.ts';
import { diffFor } from '../permissions/read-consent-diff.ts';
import type { Reads } from '../storage/store.ts';
import type { Invitation } from './invitation-repository.ts';

/** Whom a page is about. */
export interface PageSubject {
  readonly invitation: Invitation;
  readonly customer: Customer;
}

export const invitationFacts = ({ invitation, customer }: PageSubject): InvitationFacts => ({
  id: invitation.id,
  organization: customer.fullName,
  tenant: customer.domain ?? customer.tenantId,
  language: customer.language,
  reference: invitation.reference,
});

/** The page on which Start is pressed. */
export async function invitationPage(
  { reads, appId }: { readonly reads: Reads; readonly appId: string },
  subject: PageSubject,
  now: Date,
): Promise<InvitationPage> {
  const { invitation, customer } = subject;
  const profile = await profileFor(reads, invitation.profile);
  const { diff } = await diffFor(reads, customer.id, profile);
  const { kind, licensedUsers } = invitation.order;
  return {
    page: 'invitation',
    invitation: invitationFacts(subject),
    sender: invitation.createdBy.name,
    service: { kind, licensedUsers },
    profile,
    appId,
    diff,
    expiresAt: invitation.expiresAt,
    started: invitation.startedAt !== null,
    before: before(invitation, now),
  };
}

/** What the last Start came to. */
function before(invitation: Invitation, now: Date): InvitationPage['before'] {
  const { key } = standingOf({ ...invitation, refusal: null, verdict: null, cause: null }, now.getTime());
  return key === 'no_answer' || key === 'declined' || key === 'wrong_tenant' || key === 'not_allowed' ? key : null;
}
