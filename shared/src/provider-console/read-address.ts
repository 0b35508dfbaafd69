import { isConsoleOrigin } from './origin.ts';
import { matchPattern, readPattern, type NamedCustomer } from './pattern.ts';

/** The provider's own console, as a client is told of it. */
export interface ConsoleAddresses {
  readonly origin: string;
  readonly patterns: readonly string[];
}

/**
 * Whose page of the provider's console an address is: `elsewhere` when it is not that console at all, `nobody` when it is but
 * names no customer. Origins are compared whole; the first pattern that fits decides; a pattern that is not understood fits nothing.
 */
export function readConsoleAddress(
  { origin, patterns }: ConsoleAddresses,
  address: string,
): NamedCustomer | 'elsewhere' | 'nobody' {
  if (!URL.canParse(address) || !isConsoleOrigin(origin)) return 'elsewhere';
  const url = new URL(address);
  // A blob's origin is that of the page that made it.
  if (url.protocol !== 'https:' || url.origin !== origin || url.username !== '' || url.password !== '')
    return 'elsewhere';
  const found = patterns.flatMap((text) => {
    const pattern = readPattern(text);
    return pattern === undefined ? [] : (matchPattern(pattern, url) ?? []);
  });
  return found[0] ?? 'nobody';
}
