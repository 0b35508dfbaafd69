import * as z from 'zod/mini';
import { defineEndpoint } from './endpoint.ts';

/** What a client must know before anybody signs in. Nothing here is secret. */
export const Configuration = z.strictObject({
  providerName: z.string(),
  version: z.string(),
  cloud: z.strictObject({ key: z.string(), name: z.string(), portalHosts: z.array(z.string()) }),
  /** The provider's own console, and how its addresses name a customer (shared/provider-console); null where there is none. */
  console: z.nullable(z.strictObject({ name: z.string(), origin: z.string(), patterns: z.array(z.string()) })),
  signIn: z.strictObject({ authority: z.url(), clientId: z.guid(), scope: z.string() }),
});
export type Configuration = z.infer<typeof Configuration>;

export const readConfiguration = defineEndpoint({
  method: 'GET',
  path: '/v1/configuration',
  summary: 'What a client must know before anybody signs in',
  who: 'anyone',
  response: Configuration,
  status: 200,
  errors: ['too_many_requests', 'internal'],
  audit: { none: 'public, and nothing happens' },
});
