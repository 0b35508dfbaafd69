import type { NewCustomer } from '../../../e2e/pages/console-pages.ts';
import type { Situation } from '../../stage/situation.ts';

/** What the operator types for the situation's customer: the same seed types the same. */
export const customerOf = ({ customer, seed }: Situation): NewCustomer => ({
  fullName: customer.name,
  shortName: customer.shortName,
  licensedUsers: 1 + ((seed * 37) % 500),
  tenant: customer.domain,
});
