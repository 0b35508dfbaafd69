import { readTenantReference } from '@latchkey/shared/customers/tenant-reference';
import { portalHosts } from './portal-hosts.ts';

/**
 * The tenant that an address names, by id or domain; undefined when it names none. In this order: the tenant segment of the
 * path, then `#@domain`. Hosts are compared whole, and the text of a page is never asked.
 */
export function tenantOfAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname, hash } = new URL(address);
  if (protocol !== 'https:' || !portalHosts.includes(host)) return undefined;
  const named = [/^\/([^/]+)/.exec(pathname)?.[1], /^#@([^/?&]+)/.exec(hash)?.[1]];
  return named.flatMap((segment) => (segment === undefined ? [] : tenantIn(segment)))[0];
}

const tenantIn = (segment: string): readonly string[] => {
  // Only what stands there plainly: an encoded slash or an at-sign would make something else of it.
  if (!/^[\w.-]+$/.test(segment)) return [];
  const reference = readTenantReference(segment);
  if (!reference.ok) return [];
  return [reference.value.kind === 'id' ? reference.value.id : reference.value.domain];
};
