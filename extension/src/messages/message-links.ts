import type { Configuration } from '@latchkey/shared/api/configuration';
import type { Owner, StandingKey } from '@latchkey/shared/invitations/standing';

/** What the way there depends on. */
export interface Whereabouts {
  readonly configuration: Configuration | undefined;
  /** Of the API: the customer's pages are there. */
  readonly origin: string;
  /** A place in this very console, as `#/…`. */
  readonly place: string;
  readonly tenantId: string;
}

/** Those that the customer's administrator mends in the tenant and not on our page. */
const inTheTenant: readonly StandingKey[] = ['approval_requested'];

/** Where an invitation is gone on with. For the customer the page on which the link or its code is used: never the link itself. */
export function invitationLink(owner: Owner, key: StandingKey, where: Whereabouts): string | null {
  if (owner !== 'customer') return consoleLink(where.place);
  return inTheTenant.includes(key) ? tenantLink(where) : `${where.origin}/i`;
}

/** Where a connection is mended: the registration's own page where it was read, else the list of apps in the right tenant. */
export function connectionLink(owner: Owner, permissionsBlade: string | null, where: Whereabouts): string | null {
  if (owner === 'provider') return consoleLink(where.place);
  return permissionsBlade ?? tenantLink(where);
}

const consoleLink = (place: string): string => new URL(place, location.href).href;

function tenantLink({ configuration, tenantId }: Whereabouts): string | null {
  const entra = configuration?.cloud.portalHosts.find((host) => host.startsWith('entra.'));
  return entra === undefined
    ? null
    : `https://${entra}/${tenantId}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`;
}
