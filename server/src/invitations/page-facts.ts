import { standingOf, type StandingKey } from '@latchkey/shared/invitations/standing';
import { pageWords } from '@latchkey/shared/words/page-words';
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
  sender: invitation.createdBy.name,
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
function before({ refusal, ...invitation }: Invitation, now: Date): InvitationPage['before'] {
  const lifted = refusal === null ? null : { owner: 'customer' as const, liftedAt: refusal.liftedAt };
  const { key } = standingOf({ ...invitation, refusal: lifted, verdict: null, cause: null }, now.getTime());
  return tellsOfBefore(key) ? key : null;
}

const tellsOfBefore = (key: StandingKey): key is NonNullable<InvitationPage['before']> =>
  Object.hasOwn(pageWords.en.pages.invitation.before, key);
