import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';

/** Hosts on which an address names the tenant: the Azure portal and the Entra admin centre of every cloud of Microsoft's. */
export const portalHosts: readonly string[] = [
  ...new Set(
    microsoftClouds.flatMap(({ portal, entra }) => [portal, entra].map(({ browser }) => new URL(browser).host)),
  ),
];
