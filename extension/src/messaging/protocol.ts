import { StepId } from '@latchkey/shared/guides/check-permissions';
import * as z from 'zod/mini';
import type { CallerKind } from './caller.ts';
import { PageConsole } from './page-console.ts';
import { Corner, PageGuide, Point } from './page-guide.ts';

/** Something that may be asked of the background, and by whom. */
interface Intent {
  readonly from: readonly CallerKind[];
  readonly request: z.ZodMiniType;
  readonly reply: z.ZodMiniType;
}

const intents = <const Protocol extends Record<string, Intent>>(protocol: Protocol): Protocol => protocol;
const nothing = z.strictObject({});
const done = z.null();

/**
 * Everything that may be asked of the background, declared once. Whatever can be asked from a web page does no harm when
 * somebody else asks it: no address, no customer and no key is ever taken from a message. Replies are cut to what is declared.
 *
 * Read by the background only: scripts in web pages know the types and nothing else.
 */
export const protocol = intents({
  /** Is there something to show here? If so, the rest of the overlay is put into this very frame. */
  'guide.here': { from: ['portal', 'blade'], request: nothing, reply: z.object({ active: z.boolean() }) },
  /** What the card shows on the page that the tab is on now; null once the guide is closed. */
  'guide.read': { from: ['portal'], request: nothing, reply: z.nullable(PageGuide) },
  /** What a frame points at, if it is in there; null once the guide is closed. */
  'guide.point': { from: ['blade'], request: nothing, reply: z.nullable(z.object({ point: z.nullable(Point) })) },
  /** Whether it is, and in which corners of its window a card would stand on it. */
  'guide.seen': {
    from: ['portal', 'blade'],
    request: z.strictObject({ step: StepId, found: z.boolean(), near: z.array(Corner).check(z.maxLength(4)) }),
    reply: done,
  },
  /** Read the grants back from the tenant once more: one at a time, and not more often than each 5 s. */
  'guide.check': { from: ['portal'], request: nothing, reply: done },
  /** Takes this tab to the registration's Permissions page in the right tenant. */
  'guide.go': { from: ['portal'], request: nothing, reply: done },
  'guide.close': { from: ['portal'], request: nothing, reply: done },
  /** What the card on the provider's console shows, for the customer that the tab's address names. */
  'console.read': { from: ['provider-console'], request: nothing, reply: PageConsole },
  /** Validates that customer's connection: one at a time, and not more often than each 5 s. */
  'validation.run': { from: ['provider-console'], request: nothing, reply: done },
  /** Opens our own console where that customer's onboarding goes on. */
  'onboarding.open': { from: ['provider-console'], request: nothing, reply: done },
  /** Opens our own page to sign in on. */
  'sign-in.open': { from: ['provider-console'], request: nothing, reply: done },
  /** Where the card is to stand from now on. */
  'overlay.place': {
    from: ['portal', 'provider-console'],
    request: z.strictObject({ corner: Corner, small: z.boolean() }),
    reply: done,
  },
});

export type IntentName = keyof typeof protocol;
export type Ask<Name extends IntentName> = z.output<(typeof protocol)[Name]['request']>;
export type Answer<Name extends IntentName> = z.output<(typeof protocol)[Name]['reply']>;
/** Who may send an intent: what its handler is handed. */
export type CallerOf<Name extends IntentName> = (typeof protocol)[Name]['from'][number];
