import type { Cloud } from './cloud.ts';

const same = (origin: string) => ({ browser: origin, server: origin });

/**
 * Microsoft's own clouds. Source: learn.microsoft.com/entra/identity-platform/authentication-national-cloud and
 * learn.microsoft.com/graph/deployments. The blade hosts of the national clouds are not documented.
 */
export const microsoftClouds = [
  {
    key: 'public',
    name: 'Microsoft 365 worldwide',
    login: same('https://login.microsoftonline.com'),
    graph: same('https://graph.microsoft.com'),
    // Source: github.com/KelvinTegelaar/CIPP-API, New-TeamsAPIGetRequest. Those of the national clouds are not published.
    teamsAdmin: same('https://api.interfaces.records.teams.microsoft.com'),
    portal: same('https://portal.azure.com'),
    entra: same('https://entra.microsoft.com'),
    bladeHosts: ['*.reactblade.portal.azure.net'],
  },
  {
    key: 'us-government',
    name: 'Microsoft 365 US Government (GCC High)',
    login: same('https://login.microsoftonline.us'),
    graph: same('https://graph.microsoft.us'),
    portal: same('https://portal.azure.us'),
    entra: same('https://entra.microsoft.us'),
    bladeHosts: [],
  },
  {
    key: 'us-government-dod',
    name: 'Microsoft 365 US Government (DoD)',
    login: same('https://login.microsoftonline.us'),
    graph: same('https://dod-graph.microsoft.us'),
    portal: same('https://portal.azure.us'),
    entra: same('https://entra.microsoft.us'),
    bladeHosts: [],
  },
  {
    key: 'china',
    name: 'Microsoft 365 operated by 21Vianet',
    login: same('https://login.partner.microsoftonline.cn'),
    graph: same('https://microsoftgraph.chinacloudapi.cn'),
    portal: same('https://portal.azure.cn'),
    entra: same('https://entra.microsoftonline.cn'),
    bladeHosts: [],
  },
] as const satisfies readonly Cloud[];
