import { readShortName } from '../customers/short-name.ts';
import { readTenantReference } from '../customers/tenant-reference.ts';

/** How an address of the provider's console names a customer. */
export type NamedCustomer =
  | { readonly by: 'tenant'; readonly tenant: string }
  | { readonly by: 'short-name'; readonly shortName: string };

/** A pattern, taken apart: what path, query and hash must look like. */
export interface Pattern {
  readonly path: Segments;
  readonly query: { readonly key: string; readonly value: Placeholder } | null;
  readonly hash: Segments | null;
}

type Placeholder = '{shortName}' | '{tenant}';

interface Segments {
  readonly parts: readonly string[];
  /** Whether anything may follow. */
  readonly open: boolean;
}

const isPlaceholder = (part: string): part is Placeholder => part === '{shortName}' || part === '{tenant}';
const literal = /^[\w.~!-]{1,60}$/;
const longest = 200;

/**
 * Reads a pattern such as `/services/{shortName}/*`, `/tenant?id={tenant}` or `/admin#/tenants/{tenant}/*`. It holds exactly one
 * of `{shortName}` and `{tenant}` (id or domain), as a whole segment or the whole value of a parameter; a `*` at the end of path or hash lets
 * anything follow. There are no expressions in it: a pattern comes from a file, and a file must not be able to make a page slow.
 */
export function readPattern(text: string): Pattern | undefined {
  const [, path = '', query, hash] = /^(\/[^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(text) ?? [];
  const read: Pattern | undefined =
    text.length > longest || path === ''
      ? undefined
      : { path: segmentsOf(path), query: queryOf(query), hash: hash === undefined ? null : segmentsOf(hash) };
  if (read === undefined || (query !== undefined && read.query === null)) return undefined;
  const parts = [...read.path.parts, ...(read.hash?.parts ?? [])];
  const places = parts.filter(isPlaceholder).length + (read.query === null ? 0 : 1);
  const known = parts.every((part) => isPlaceholder(part) || literal.test(part));
  return known && places === 1 ? read : undefined;
}

function segmentsOf(text: string): Segments {
  const parts = split(text);
  const open = parts.at(-1) === '*';
  return { parts: open ? parts.slice(0, -1) : parts, open };
}

function queryOf(text: string | undefined): Pattern['query'] {
  const [, key, value = ''] = /^([\w.-]{1,60})=(.+)$/.exec(text ?? '') ?? [];
  return key !== undefined && isPlaceholder(value) ? { key, value } : null;
}

/** Slashes at either end are no segments. */
const split = (text: string): readonly string[] =>
  text.replace(/^\//, '').replace(/\/$/, '').split('/').filter(Boolean);

/** The customer that an address names by this pattern; undefined when it is another page, or names nobody there could be. */
export function matchPattern({ path, query, hash }: Pattern, url: URL): NamedCustomer | undefined {
  const inPath = matchSegments(path, url.pathname);
  const inHash = hash === null ? [] : matchSegments(hash, url.hash.slice(1).replace(/\?.*$/s, ''));
  const inQuery = query === null ? [] : parameter(url, query.key).map((value) => [query.value, value] as const);
  if (inPath === undefined || inHash === undefined || inQuery.length !== (query === null ? 0 : 1)) return undefined;
  const [found] = [...inPath, ...inHash, ...inQuery];
  return found === undefined ? undefined : named(found[0], found[1]);
}

/** All values of a parameter: two of them name nobody. */
const parameter = (url: URL, key: string): readonly string[] => url.searchParams.getAll(key);

type Filled = readonly (readonly [Placeholder, string])[];

function matchSegments({ parts, open }: Segments, text: string): Filled | undefined {
  const given = split(text);
  if (given.length < parts.length || (!open && given.length > parts.length)) return undefined;
  const filled: (readonly [Placeholder, string])[] = [];
  for (const [at, part] of parts.entries()) {
    const segment = given[at] ?? '';
    if (isPlaceholder(part)) filled.push([part, decoded(segment)]);
    else if (part !== segment) return undefined;
  }
  return filled;
}

/** Decoded once, never twice; what cannot be decoded is nobody's name. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

function named(place: Placeholder, value: string): NamedCustomer | undefined {
  if (place === '{shortName}') {
    const read = readShortName(value);
    return read.ok ? { by: 'short-name', shortName: read.value } : undefined;
  }
  // Only what stands there plainly: an at-sign or a slash would make something else of it.
  const read = /^[\w.-]+$/.test(value) ? readTenantReference(value) : undefined;
  if (read?.ok !== true) return undefined;
  return { by: 'tenant', tenant: read.value.kind === 'id' ? read.value.id : read.value.domain };
}
