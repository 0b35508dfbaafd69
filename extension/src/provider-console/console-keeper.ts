import type { NamedCustomer } from '@latchkey/shared/provider-console/pattern';
import { chooseLanguage } from '../look/language.ts';
import type { Handlers } from '../messaging/answer.ts';
import type { FrameCaller } from '../messaging/caller.ts';
import type { Wire } from '../messaging/wire.ts';
import { customerOfAddress } from '../pages/customer-of-address.ts';
import type { SharedStream } from '../server-api/shared-stream.ts';
import type { Exclusively } from '../session/exclusively.ts';
import { sourceOf } from '../session/source-of.ts';
import { keptSession, language, overlayPlace, providerConsole, type KeptSession } from '../session/remembered.ts';
import { consoleForPage } from './console-for-page.ts';
import { createConsoleReader, keyOf, type CustomerReading } from './console-reader.ts';
import { onboardingPlace } from './onboarding-place.ts';
import { createOnceValidator } from './validate-once.ts';

interface Needs {
  /** Opens our own console, at a place in it; and the page to sign in on. */
  readonly openConsole: (hash: string) => Promise<void>;
  readonly openSignIn: () => Promise<void>;
  readonly wires: () => Iterable<Wire>;
  readonly fetch: typeof fetch;
  readonly stream: SharedStream;
  readonly now: () => number;
  readonly exclusively: Exclusively;
  readonly browserLanguage: () => string;
}

type ConsoleIntent = 'console.read' | 'validation.run' | 'onboarding.open' | 'sign-in.open';

export interface ConsoleKeeper {
  readonly handlers: Pick<Handlers, ConsoleIntent>;
  /** Opens the change feed if a card is on the screen, closes it if none is. */
  attend(): void;
  /** Another session, another console: what was read is not for whoever looks now. */
  changed(): void;
  /** Only how the cards are drawn has changed. */
  redraw(): void;
  leave(caller: FrameCaller): void;
  moved(tabId: number): void;
}

const unread: CustomerReading = { customer: undefined, readAt: null, offline: false };

/**
 * What stands behind the cards on the provider's console. Which customer is meant follows from the address of the tab, as the
 * browser says it; a message names nobody.
 */
export function createConsoleKeeper(needs: Needs): ConsoleKeeper {
  const { wires, fetch: send, now } = needs;
  /** Whom each tab shows. */
  const shown = new Map<number, NamedCustomer>();
  const running = new Set<string>();
  const failed = new Set<string>();
  const ring = (isMeant: (caller: FrameCaller) => boolean = () => true): void => {
    for (const wire of wires()) if (wire.caller.kind === 'provider-console' && isMeant(wire.caller)) wire.ring();
  };
  const reader = createConsoleReader({ fetch: send, now, onChange: () => ring() });
  const validator = createOnceValidator(needs);

  const named = async ({ address }: FrameCaller): Promise<NamedCustomer | undefined> =>
    customerOfAddress(address, await providerConsole.getValue());
  const refreshAll = (concerns: (reading: CustomerReading) => boolean = () => true): void => {
    for (const one of shown.values())
      void reader.of(one).then((reading) => (concerns(reading) ? reader.refresh(one) : undefined));
  };

  const stream = createConsoleStream({
    shared: needs.stream,
    onChange: (customerId) =>
      refreshAll(({ customer }) => customerId === null || !customer || customer.id === customerId),
    onMaybeMissed: () => refreshAll(),
  });
  const attend = (): void => void stream.attend([...wires()].some(({ caller }) => caller.kind === 'provider-console'));

  async function validate(caller: FrameCaller): Promise<void> {
    const who = await named(caller);
    const connection = who === undefined ? null : ((await reader.of(who)).customer?.connection ?? null);
    if (who === undefined || connection === null) return;
    const key = keyOf(who);
    running.add(key);
    failed.delete(key);
    ring();
    const end = await validator.validate(connection.id).finally(() => running.delete(key));
    if (end === 'failed') failed.add(key);
    if (end !== 'refused') await reader.refresh(who);
    ring();
  }

  return {
    handlers: {
      async 'console.read'(_, caller) {
        const [who, kept, place, preferred] = await Promise.all([
          named(caller),
          keptSession.getValue(),
          overlayPlace.getValue(),
          language.getValue(),
        ]);
        if (who === undefined) shown.delete(caller.tabId);
        else shown.set(caller.tabId, who);
        attend();
        const role = isOver(kept, now()) ? null : (kept?.view.operator.role ?? null);
        const reading = who === undefined || role === null ? unread : await reader.of(who);
        const key = who === undefined ? '' : keyOf(who);
        return consoleForPage(reading, {
          named: who,
          role,
          validating: running.has(key),
          failed: failed.has(key),
          place,
          language: chooseLanguage(preferred, needs.browserLanguage()),
        });
      },
      async 'validation.run'(_, caller) {
        void validate(caller);
        return null;
      },
      async 'onboarding.open'(_, caller) {
        const who = await named(caller);
        if (who !== undefined) await needs.openConsole(onboardingPlace(who, (await reader.of(who)).customer));
        return null;
      },
      async 'sign-in.open'() {
        await needs.openSignIn();
        return null;
      },
    },
    attend,
    changed() {
      reader.forget();
      failed.clear();
      attend();
      ring();
    },
    redraw: () => ring(),
    leave(caller) {
      if (caller.kind === 'provider-console') shown.delete(caller.tabId);
      attend();
    },
    moved: (tabId) => ring((caller) => caller.tabId === tabId),
  };
}

const isOver = (kept: KeptSession | null, now: number): boolean => kept === null || Date.parse(kept.view.endsAt) <= now;

interface StreamNeeds {
  readonly shared: SharedStream;
  readonly onChange: (customerId: string | null) => void;
  /** There was no stream for a while, or there is none. */
  readonly onMaybeMissed: () => void;
}

/** The change feed, for as long as a card is on the screen. It lives no longer than this worker. */
function createConsoleStream({ shared, onChange, onMaybeMissed }: StreamNeeds) {
  let open: { readonly end: AbortController; readonly session: string } | undefined;

  return {
    async attend(watched: boolean): Promise<void> {
      const kept = watched ? await keptSession.getValue() : null;
      if (open?.session === kept?.session) return;
      open?.end.abort();
      open = undefined;
      if (kept === null) return;
      const mine = { end: new AbortController(), session: kept.session };
      open = mine;
      shared.follow(sourceOf(kept), {
        after: null,
        onChange: (change) => onChange(change.customerId),
        onState(state) {
          if (state === 'live' || state === 'waiting') onMaybeMissed();
          if (state === 'ended' && open === mine) open = undefined;
        },
        signal: mine.end.signal,
      });
    },
  };
}
