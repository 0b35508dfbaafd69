import { microsoftClouds } from '../clouds/microsoft-clouds.ts';

/** Where people type their password, or act as an administrator: never a provider's console, whatever a configuration says. */
const microsoftHosts = microsoftClouds.flatMap(({ login, graph, portal, entra }) =>
  [login, graph, portal, entra].map((endpoint) => new URL(endpoint.browser).host),
);
const microsoftDomains = ['microsoftonline.com', 'microsoftonline.us', 'microsoftonline.cn', 'live.com'] as const;

/** An exact https origin on the usual port that can be a provider's console. */
export function isConsoleOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, hostname, port } = new URL(text);
  if (protocol !== 'https:' || origin !== text || port !== '' || !hostname.includes('.')) return false;
  // A name without letters is an address of the network, and `*` would ask for every host there is.
  const last = hostname.slice(hostname.lastIndexOf('.') + 1);
  if (!/^[a-z0-9.-]+$/.test(hostname) || !/[a-z]/.test(last)) return false;
  return (
    !microsoftHosts.includes(hostname) &&
    !microsoftDomains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
  );
}
