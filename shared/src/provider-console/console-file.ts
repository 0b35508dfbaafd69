import * as z from 'zod/mini';
import { isConsoleOrigin } from './origin.ts';
import { readPattern } from './pattern.ts';
import { readConsoleAddress } from './read-address.ts';

const Rule = z.strictObject({
  pattern: z.string().check(z.refine((text) => readPattern(text) !== undefined)),
  /** Paths of the console, each with the short name, tenant id or domain that stands in it. */
  examples: z
    .record(z.string().check(z.regex(/^\//), z.maxLength(500)), z.string())
    .check(z.refine((examples) => Object.keys(examples).length > 0)),
});

const File = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  origin: z.string().check(z.refine(isConsoleOrigin)),
  addresses: z.array(Rule).check(z.minLength(1), z.maxLength(20)),
});
type File = z.infer<typeof File>;

/**
 * The file that `LATCHKEY_PROVIDER_CONSOLE` names: where the provider's console is, and how its addresses name a customer. Every
 * example must name what it says with all of the patterns together, so that a pattern never takes another's pages.
 */
export const ConsoleFile = File.check(z.refine(examplesHold));

function examplesHold({ origin, addresses }: File): boolean {
  const patterns = addresses.map(({ pattern }) => pattern);
  return addresses.every(({ pattern, examples }) =>
    Object.entries(examples).every(([path, value]) => {
      const own = nameIn({ origin, patterns: [pattern] }, origin + path);
      return own === value && nameIn({ origin, patterns }, origin + path) === value;
    }),
  );
}

function nameIn(where: Parameters<typeof readConsoleAddress>[0], address: string): string | undefined {
  const read = readConsoleAddress(where, address);
  if (typeof read === 'string') return undefined;
  return read.by === 'tenant' ? read.tenant : read.shortName;
}
