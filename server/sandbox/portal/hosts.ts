/** The shells: what stands in the address bar. */
export const portalHosts = ['portal.azure.com', 'entra.microsoft.com'] as const;

/** Where blades come from: a site of its own, so that neither can reach into the other. A replaced frame takes the next. */
export const bladeHosts = ['sandbox-1.reactblade.portal.azure.net', 'sandbox-2.reactblade.portal.azure.net'] as const;

/** Where blades fetch what they show, across origins. */
export const dataHost = 'main.iam.ad.ext.azure.com';

export const originsOf = (hosts: readonly string[]): readonly string[] => hosts.map((host) => `https://${host}`);
