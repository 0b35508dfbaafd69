import { graphAppId } from '../directory/resources.ts';
import type { World } from '../world/world.ts';

/** Letters only, as claim values are written. */
const letters = (at: number): string =>
  [...at.toString(26)].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 26))).join('');

/** Adds permissions that nobody asked for to what everybody in the customer's tenant has granted the consent app. */
export function grantSurplus({ directory, customer, registrations }: World['state'], count: number): void {
  const tenantId = customer.tenant.id;
  const { id: clientId } = directory.enlist(tenantId, registrations.consent.clientId);
  const { id: resourceId } = directory.enlist(tenantId, graphAppId);
  const key = { tenantId, clientId, resourceId, consentType: 'AllPrincipals', principalId: null } as const;
  const before = directory
    .grants(tenantId)
    .find((one) => one.clientId === clientId && one.resourceId === resourceId && one.principalId === null);
  const more = Array.from({ length: count }, (_, at) => `Surplus.${letters(at)}.Read`);
  directory.putGrant(key, [...(before?.scopes ?? []), ...more]);
}
