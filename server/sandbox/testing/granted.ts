import type { Practice } from './practice.ts';

/** What the consent app was granted in the customer's tenant. */
export function granted({ world, tenantId, registrations }: Practice) {
  const { directory } = world.state;
  const client = directory.servicePrincipal(tenantId, registrations.consent.clientId);
  return directory
    .grants(tenantId)
    .filter(({ clientId }) => clientId === client?.id)
    .map(({ consentType, principalId, scopes }) => ({ consentType, principalId, scopes: scopes.join(' ') }));
}

/** Whether the customer's tenant knows the consent app at all. */
export const isKnown = ({ world, tenantId, registrations }: Practice): boolean =>
  world.state.directory.servicePrincipal(tenantId, registrations.consent.clientId) !== undefined;
