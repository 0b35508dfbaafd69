import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address that may be called, and the one socket address to which the call goes. */
export interface PinnedAddress {
  readonly url: URL;
  readonly address: string;
  readonly family: 4 | 6;
}

export type Resolves = (host: string) => Promise<readonly { readonly address: string }[]>;

const resolve: Resolves = (host) => lookup(host, { all: true, verbatim: true });

/**
 * The form of an address to which alerts may go: https and its own port, no account in it, no address that is not public. Hosts that
 * the deployment names (`host` or `host:port`) may be private, and have another port.
 */
export function readAlertAddress(text: string, named: readonly string[]): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  if (isNamed(url, named)) return url;
  if (url.port !== '') return undefined;
  const literal = literalOf(url);
  return literal !== undefined && !isPublic(literal) ? undefined : url;
}

/**
 * Asks where an address leads, now, and gives the one socket address to which the call must go: whoever answers differently the next
 * time is not asked again. Undefined when any answer is not public.
 */
export async function pinAlertAddress(
  text: string,
  named: readonly string[],
  resolves: Resolves = resolve,
): Promise<PinnedAddress | undefined> {
  const url = readAlertAddress(text, named);
  if (url === undefined) return undefined;
  const literal = literalOf(url);
  const answers = literal === undefined ? await resolves(url.hostname).catch(() => []) : [{ address: literal }];
  const [first] = answers;
  if (first === undefined) return undefined;
  if (!isNamed(url, named) && !answers.every(({ address }) => isPublic(address))) return undefined;
  return { url, address: first.address, family: isIP(first.address) === 6 ? 6 : 4 };
}

const isNamed = (url: URL, named: readonly string[]): boolean =>
  named.some((name) => name === url.host || name === `${url.hostname}:${url.port === '' ? '443' : url.port}`);

function literalOf({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? undefined : bare;
}

/** What is given to anybody in the new protocol; outside of it are addresses that wrap an old one, or mean the machine itself. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Addresses that wrap another (mapped, translated, tunnelled) are none of the public ones. */
function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast)) return false;
  return parsed.range() === 'unicast';
}
