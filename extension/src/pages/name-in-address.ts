import type { NamedCustomer } from '@latchkey/shared/provider-console/pattern';

/** What an address calls the customer: as it stands there, so it tells its page nothing new. */
export const nameInAddress = (named: NamedCustomer): string => (named.by === 'tenant' ? named.tenant : named.shortName);
