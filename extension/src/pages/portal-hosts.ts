/**
 * Hosts on which an address names the tenant: the Azure portal and the Entra admin centre of every cloud of Microsoft's. Written
 * out, and held against the clouds by a test: scripts in web pages and the popup carry the hosts, not the clouds.
 */
export const portalHosts: readonly string[] = [
  'portal.azure.com',
  'entra.microsoft.com',
  'portal.azure.us',
  'entra.microsoft.us',
  'portal.azure.cn',
  'entra.microsoftonline.cn',
];

/** Whether the portal draws its blades in frames of this host: any host below one of these, and not these themselves. */
export const isBladeHost = (host: string): boolean => bladeSites.some((site) => host.endsWith(`.${site}`));

const bladeSites: readonly string[] = ['reactblade.portal.azure.net'];
