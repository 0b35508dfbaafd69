import type { NamedCustomer } from '@latchkey/shared/provider-console/pattern';
import { readConsoleAddress, type ConsoleAddresses } from '@latchkey/shared/provider-console/read-address';
import { tenantOfAddress } from './tenant-of-address.ts';

/**
 * The customer that a tab's address names, or undefined: on a portal by its tenant, on the provider's own console as its adapter
 * says. Hosts are compared whole, and the text of a page is never asked.
 */
export function customerOfAddress(address: string, console: ConsoleAddresses | null): NamedCustomer | undefined {
  const tenant = tenantOfAddress(address);
  if (tenant !== undefined) return { by: 'tenant', tenant };
  const read = console === null ? 'elsewhere' : readConsoleAddress(console, address);
  return typeof read === 'string' ? undefined : read;
}
