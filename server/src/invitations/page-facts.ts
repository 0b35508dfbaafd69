import { profileById } from '@latchkey/shared/permissions/profiles';
import { standingOf } from '@latchkey/shared/invitations/standing';
import type { Customer } from '../customers/customer-repository.ts';
import type { InvitationFacts, InvitationPage } from '../invitation-pages/model.ts';
import type { Invitation } from './invitation-repository.ts';

/** Whom a page is about. */
export interface PageSubject {
  readonly invitation: Invitation;
  readonly customer: Customer;
}

export const invitationFacts = ({ invitation, customer }: PageSubject): InvitationFacts => ({
  organization: customer.fullName,
  tenant: customer.domain ?? customer.tenantId,
  reference: invitation.reference,
});

/** The page on which Start is pressed. */
export function invitationPage(subject: PageSubject, now: Date): InvitationPage {
  const { invitation } = subject;
  const profile = profileById(invitation.profile?.id ?? '');
  if (profile === undefined) throw new Error('an invitation without a known permission profile has a link');
  const { kind, licensedUsers } = invitation.order;
  return {
    page: 'invitation',
    invitation: invitationFacts(subject),
    sender: invitation.createdBy.name,
    service: { kind, licensedUsers },
    profile,
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
