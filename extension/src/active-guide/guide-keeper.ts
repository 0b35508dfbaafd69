import type { Handlers } from '../messaging/answer.ts';
import type { IntentName } from '../messaging/protocol.ts';
import type { FrameCaller } from '../messaging/caller.ts';
import type { Wire } from '../messaging/wire.ts';
import type { SharedStream } from '../server-api/shared-stream.ts';
import type { GuideTabs } from '../session/guide-tabs.ts';
import { activeGuide, guideCheck, language, overlayPlace } from '../session/remembered.ts';
import { chooseLanguage } from '../look/language.ts';
import { endGuide } from './end-guide.ts';
import { guideForPage, pointAt, wantsCheck, type Around } from './for-page.ts';
import { createGuideReader } from './guide-reader.ts';
import { createGuideStream } from './guide-stream.ts';
import { createSeenTargets } from './seen-targets.ts';

interface Needs {
  readonly tabs: GuideTabs;
  readonly wires: () => ReadonlySet<Wire>;
  readonly fetch: typeof fetch;
  readonly stream: SharedStream;
  readonly now: () => number;
  /** The browser's own language. */
  readonly browserLanguage: () => string;
}

type GuideHandlers = Pick<Handlers, Extract<IntentName, `guide.${string}` | 'overlay.place'>>;

export interface GuideKeeper {
  readonly handlers: GuideHandlers;
  /** Frames came or went. */
  readonly attend: () => void;
  /** Asks the server anew: an alarm, or somebody has signed in. */
  readonly refresh: () => Promise<void>;
  /** A guide was opened or closed, here or in another page of ours. */
  readonly changed: () => Promise<void>;
  readonly leave: (caller: FrameCaller) => void;
  readonly moved: (tabId: number) => void;
}

/**
 * Keeps the guide that a person is being led through. All that must outlive the worker is in storage; what is kept here is read
 * from there or from the server again when the next worker wakes.
 */
export function createGuideKeeper({
  tabs,
  wires,
  fetch: send,
  stream: shared,
  now,
  browserLanguage,
}: Needs): GuideKeeper {
  const seen = createSeenTargets();
  const ring = (isMeant: (wire: Wire) => boolean): void => {
    for (const wire of wires()) if (isMeant(wire)) wire.ring();
  };
  const reader = createGuideReader({
    fetch: send,
    now,
    onChange() {
      ring(() => true);
      attend();
    },
  });
  const stream = createGuideStream({
    stream: shared,
    now,
    after: () => reader.current().view?.sequence ?? 0,
    onChange: () => void reader.refresh(),
    onLive: () => reader.current().situation === 'offline' && void reader.refresh(),
  });
  /** Behind the first answer, or the first that stayed away: what an earlier worker has left may be old. */
  const attend = (): void =>
    void stream.attend(
      [...wires()].some(({ caller }) => caller.kind === 'portal') &&
        reader.hasAsked() &&
        reader.current().view !== null,
    );

  /** What stands around the caller's page; null while no guide is active. */
  async function around({ tabId, address }: FrameCaller): Promise<Around | null> {
    const [active, check, place, preferred] = await Promise.all([
      activeGuide.getValue(),
      guideCheck.getValue(),
      overlayPlace.getValue(),
      language.getValue(),
    ]);
    if (active === null) return null;
    await reader.wake(active);
    attend();
    const checkedAt = check?.startedAt === active.startedAt ? check.checkedAt : null;
    const here = { checkedAt, address, place, language: chooseLanguage(preferred, browserLanguage()), now: now() };
    const point = pointAt(reader.current(), { ...here, found: null, near: [] });
    return { ...here, ...seen.inTab(tabId, point?.step) };
  }

  const handlers: GuideHandlers = {
    async 'guide.here'(_, { tabId, frameId }) {
      const active = (await activeGuide.getValue()) !== null;
      if (active) await tabs.draw(tabId, frameId);
      return { active };
    },
    async 'guide.read'(_, caller) {
      const here = await around(caller);
      if (here === null) return null;
      if (wantsCheck(reader.current(), here)) void reader.check();
      return guideForPage(reader.current(), here);
    },
    async 'guide.point'(_, caller) {
      const here = await around(caller);
      return here === null ? null : { point: pointAt(reader.current(), here) };
    },
    async 'guide.seen'(what, caller) {
      const here = () => JSON.stringify(seen.inTab(caller.tabId, what.step));
      const before = here();
      seen.see(caller, what);
      if (here() !== before) ring(({ caller: { kind, tabId } }) => kind === 'portal' && tabId === caller.tabId);
      return null;
    },
    async 'guide.check'(_, caller) {
      // Answered when it is done: a worker that dies over it is asked once more.
      if ((await around(caller)) !== null) await reader.check();
      return null;
    },
    async 'guide.go'(_, caller) {
      const blade = (await around(caller)) && reader.current().view?.permissionsBlade;
      if (!blade) return null;
      const here = new URL(caller.address).host;
      const same = [blade.portal, blade.entra].find((address) => new URL(address).host === here);
      await tabs.goTo(caller.tabId, same ?? blade.entra);
      return null;
    },
    async 'guide.close'() {
      await endGuide(send);
      return null;
    },
    async 'overlay.place'(place) {
      await overlayPlace.setValue(place);
      return null;
    },
  };

  async function changed(): Promise<void> {
    const active = await activeGuide.getValue();
    if (active === null) await reader.forget();
    else await tabs.drawEverywhere();
    attend();
    ring(() => true);
  }
  tabs.onUpdated(() => void changed());

  return {
    handlers,
    attend,
    refresh: reader.refresh,
    changed,
    leave: (caller) => seen.leave(caller),
    moved: (tabId) => ring(({ caller }) => caller.tabId === tabId),
  };
}
