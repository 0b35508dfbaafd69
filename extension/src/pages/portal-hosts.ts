import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';

/** Hosts on which an address names the tenant: the Azure portal and the Entra admin centre of every cloud of Microsoft's. */
export const portalHosts: readonly string[] = [
  ...new Set(
    microsoftClouds.flatMap(({ portal, entra }) => [portal, entra].map(({ browser }) => new URL(browser).host)),
  ),
];

const bladeHosts: readonly string[] = microsoftClouds.flatMap((cloud): readonly string[] => cloud.bladeHosts);

/** Whether the portal draws its blades in frames of this host. `*.` stands for one or more labels, and for nothing else. */
export const isBladeHost = (host: string): boolean =>
  bladeHosts.some((pattern) => {
    const end = pattern.slice(pattern.indexOf('.'));
    return host.endsWith(end) && host.length > end.length;
  });
