import type { Cloud } from '@latchkey/shared/clouds/cloud';
import { cloudFetch, type CloudFetchSettings } from './cloud-fetch.ts';

/** A cloud as a stand-in has it: real names for browsers, a plain socket for us. */
export const sampleCloud: Cloud = {
  key: 'stand-in',
  name: 'Stand-in',
  login: { browser: 'https://login.microsoftonline.com', server: 'http://127.0.0.1:1' },
  graph: { browser: 'https://graph.microsoft.com', server: 'http://127.0.0.1:2' },
  teamsAdmin: { browser: 'https://api.interfaces.records.teams.microsoft.com', server: 'http://127.0.0.1:3' },
  portal: { browser: 'https://portal.azure.com', server: 'https://portal.azure.com' },
  entra: { browser: 'https://entra.microsoft.com', server: 'https://entra.microsoft.com' },
  bladeHosts: [],
};

/** What went out. */
export interface Sent {
  readonly address: string;
  readonly authorization: string | null;
  readonly body: string;
}

/** A network that answers from a table in the test, and remembers what was sent. */
export function fakeNetwork(answer: (sent: Sent) => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = {
      address: String(input),
      authorization: new Headers(init?.headers).get('authorization'),
      body: typeof init?.body === 'string' ? init.body : '',
    };
    sent.push(request);
    return answer(request);
  };
  const settings: Partial<CloudFetchSettings> = { fetch };
  const to = (endpoint: Parameters<typeof cloudFetch>[0]) => cloudFetch(endpoint, settings);
  const { login, graph, teamsAdmin = graph } = sampleCloud;
  return { sent, login: to(login), graph: to(graph), teamsAdmin: to(teamsAdmin) };
}
