import { commonEndpoints } from './common-endpoints.ts';
import { consoleEndpoints } from './console-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { guideEndpoints } from './guide-endpoints.ts';

/** Every endpoint there is: what the server mounts, the description lists and the tests walk through. */
export const endpoints = { ...commonEndpoints, ...guideEndpoints, ...consoleEndpoints } as const satisfies Record<
  string,
  Endpoint
>;
