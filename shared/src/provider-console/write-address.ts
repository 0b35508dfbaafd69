import { readConsoleAddress, type ConsoleAddresses } from './read-address.ts';

/** A customer, by all that an address of a console may name them. */
export interface Named {
  readonly tenantId: string;
  /** Null while nothing has one. */
  readonly shortName: string | null;
}

/** Where the provider's console shows a customer; undefined where none of its patterns leads there by what is known. */
export function consoleAddressOf(console: ConsoleAddresses, { tenantId, shortName }: Named): string | undefined {
  return console.patterns
    .map((pattern) => {
      const path = pattern.replaceAll(/\/\*(?=$|[?#])/g, '').replace('{tenant}', tenantId);
      return shortName === null ? path : path.replace('{shortName}', encodeURIComponent(shortName));
    })
    .map((path) => `${console.origin}${path}`)
    .find((address) => {
      const read = readConsoleAddress(console, address);
      if (typeof read === 'string') return false;
      return read.by === 'tenant' ? read.tenant === tenantId : read.shortName === shortName;
    });
}
