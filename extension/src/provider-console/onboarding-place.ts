import type { CustomerView } from '@latchkey/shared/api/customers';
import type { NamedCustomer } from '@latchkey/shared/provider-console/pattern';

/** Where in our own console the onboarding of a customer goes on: at Add once authentication is complete. */
export function onboardingPlace(named: NamedCustomer, customer: CustomerView | null | undefined): string {
  if (customer === null || customer === undefined) {
    const known = named.by === 'tenant' ? { tenant: named.tenant } : { shortName: named.shortName };
    return `#/onboarding/direct-routing/new?${new URLSearchParams(known)}`;
  }
  const { invitation } = customer;
  if (invitation === null)
    return `#/onboarding/direct-routing/new?${new URLSearchParams({ tenant: customer.tenantId })}`;
  if (invitation.status === 'draft') return `#/invitations/${invitation.id}/method`;
  const answered = ['consented', 'authentication_complete'].includes(invitation.status);
  return `#/invitations/${invitation.id}${answered ? '' : '/start'}`;
}
