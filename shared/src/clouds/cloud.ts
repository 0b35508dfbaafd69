import * as z from 'zod/mini';

/** One service of Microsoft as two parties reach it: a person's browser, and our server. They differ only in a stand-in. */
export const Endpoint = z.strictObject({ browser: z.url(), server: z.url() });

/**
 * A set of Microsoft endpoints. National clouds are separate worlds: their own sign-in, Graph, portals and registrations.
 * Further clouds come from a file (docs/clouds.md).
 */
export const Cloud = z.strictObject({
  key: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,30}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  login: Endpoint,
  graph: Endpoint,
  /** The Teams administration API; absent where a cloud's is not known. */
  teamsAdmin: z.optional(Endpoint),
  portal: Endpoint,
  entra: Endpoint,
  /** Hosts of the cross-origin frames in which the portal draws most blades; `*.` stands for one or more labels. */
  bladeHosts: z.array(z.string()),
});
export type Cloud = z.infer<typeof Cloud>;

/** The file that `LATCHKEY_CLOUDS` names. */
export const CloudsFile = z.strictObject({ clouds: z.array(Cloud).check(z.minLength(1)) });

/** `login` of a cloud on either side, without a slash at the end. */
export const originOf = (endpoint: z.infer<typeof Endpoint>, side: 'browser' | 'server'): string =>
  new URL(endpoint[side]).origin;
