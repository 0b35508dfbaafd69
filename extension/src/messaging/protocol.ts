import * as z from 'zod/mini';
import type { CallerKind } from './caller.ts';

/** Something that may be asked of the background, and by whom. */
interface Intent {
  readonly from: readonly CallerKind[];
  readonly request: z.ZodMiniType;
  readonly reply: z.ZodMiniType;
}

const intents = <const Protocol extends Record<string, Intent>>(protocol: Protocol): Protocol => protocol;
const nothing = z.strictObject({});

/**
 * Everything that may be asked of the background, declared once. Whatever can be asked from a web page does no harm when
 * somebody else asks it: no address, no customer and no key is ever taken from a message. Replies are cut to what is declared.
 *
 * Read by the background only: scripts in web pages know the types and nothing else.
 */
export const protocol = intents({
  /** Is there something to show here? If so, the rest of the overlay is put into this very frame. */
  'guide.here': { from: ['portal', 'blade'], request: nothing, reply: z.object({ active: z.boolean() }) },
});

export type IntentName = keyof typeof protocol;
export type Ask<Name extends IntentName> = z.output<(typeof protocol)[Name]['request']>;
export type Answer<Name extends IntentName> = z.output<(typeof protocol)[Name]['reply']>;
/** Who may send an intent: what its handler is handed. */
export type CallerOf<Name extends IntentName> = (typeof protocol)[Name]['from'][number];
