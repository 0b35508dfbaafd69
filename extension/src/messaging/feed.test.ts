import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { change } from '../testing/change-samples.ts';
import type { Sender } from './caller.ts';
import type { FeedFollower } from './feed-line.ts';
import { feedPages } from './feed-pages.ts';
import { followWorker } from './follow-worker.ts';
import { self } from './listen.ts';

type Listener = (message: unknown) => void;

/** One end of a port, and what its other end does. */
function anEnd(name: string, sender?: Sender) {
  const heard = new Set<Listener>();
  const cut = new Set<() => void>();
  const said: unknown[] = [];
  return {
    said,
    hear: (message: unknown) => heard.forEach((listener) => listener(message)),
    cut: () => cut.forEach((listener) => listener()),
    port: {
      name,
      sender,
      postMessage: (message: unknown) => void said.push(message),
      disconnect: vi.fn(),
      onMessage: { addListener: (listener: Listener) => heard.add(listener) },
      onDisconnect: { addListener: (listener: () => void) => cut.add(listener) },
    },
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The background, and what comes to it. */
function aWorker() {
  const connects = vi.spyOn(fakeBrowser.runtime.onConnect, 'addListener').mockReturnValue(undefined);
  const followers: FeedFollower[] = [];
  feedPages((follower) => followers.push(follower));
  const [[connect] = []] = connects.mock.calls;
  const come = (sender: Sender, name = 'changes') => {
    const end = anEnd(name, sender);
    connect?.(end.port as never);
    return end;
  };
  return { followers, come };
}

const { id, origin } = self();
const pageOf = (page: string): Sender => ({ id, origin, url: `${origin}/${page}`, frameId: 0 });

test.each(['popup.html', 'sidepanel.html', 'console.html#/services'])(
  '%s is told of changes, until it leaves',
  (page) => {
    const { followers, come } = aWorker();
    const { hear, said, cut } = come(pageOf(page));
    hear(7);
    const [follower] = followers;
    expect(follower?.after).toBe(7);
    follower?.onState('live');
    follower?.onChange(change(8));
    expect(said).toEqual([{ state: 'live' }, { change: change(8) }]);
    expect(follower?.signal.aborted).toBe(false);
    cut();
    expect(follower?.signal.aborted).toBe(true);
  },
);

const portal = 'https://entra.microsoft.com/';
test.each<[string, Sender]>([
  [
    'a script in the portal',
    { id, origin: 'https://entra.microsoft.com', url: portal, frameId: 0, tab: { id: 7, url: portal } },
  ],
  ['another extension', { ...pageOf('popup.html'), id: 'other' }],
  ['a page of ours that only signs in', pageOf('sign-in.html')],
  ['a page of ours in a frame', { ...pageOf('popup.html'), frameId: 3 }],
  ['nobody we know', {}],
])('%s is told of none', (_, sender) => {
  const { followers, come } = aWorker();
  const { hear, port, said } = come(sender);
  hear(0);
  expect([followers, said]).toEqual([[], []]);
  expect(port.disconnect).toHaveBeenCalledTimes(1);
});

test('one port follows once, whatever comes over it, and from a number only', () => {
  const { followers, come } = aWorker();
  const { hear } = come(pageOf('popup.html'));
  for (const message of [null, 'x', Number.NaN, { after: 1 }, 3, 4, null]) hear(message);
  expect(followers.map(({ after }) => after)).toEqual([3]);
});

test('wires of frames are left to whom they belong', () => {
  const { followers, come } = aWorker();
  const { hear, port } = come(pageOf('popup.html'), 'guide');
  hear(1);
  expect(followers).toEqual([]);
  expect(port.disconnect).not.toHaveBeenCalled();
});

/** A page, and each end that it opens to the background. */
function aPage(after: number) {
  const ends: ReturnType<typeof anEnd>[] = [];
  vi.spyOn(fakeBrowser.runtime, 'connect').mockImplementation(((info: { readonly name: string }) => {
    const end = anEnd(info.name);
    ends.push(end);
    return end.port;
  }) as never);
  const end = new AbortController();
  const told: number[] = [];
  const states: string[] = [];
  followWorker({
    after,
    onChange: ({ sequence }) => told.push(sequence),
    onState: (state) => states.push(state),
    signal: end.signal,
  });
  return { ends, end, told, states };
}

test('when the worker dies, a page goes on at the next behind what it was told last, and says nothing of it', () => {
  const { ends, told, states } = aPage(7);
  ends[0]?.hear({ state: 'live' });
  ends[0]?.hear({ change: change(9) });
  ends[0]?.cut();
  vi.advanceTimersByTime(200);
  expect(ends.map(({ said }) => said)).toEqual([[7], [9]]);
  ends[1]?.hear({ change: change(10) });
  expect([told, states]).toEqual([[9, 10], ['live']]);
});

test('it keeps the worker alive: it is heard of within 30 s, always', () => {
  const { ends } = aPage(0);
  vi.advanceTimersByTime(60_000);
  expect(ends[0]?.said).toEqual([0, null, null, null]);
});

test('after the end nobody is asked any more: the session’s, or the page’s', () => {
  const over = aPage(0);
  over.ends[0]?.hear({ state: 'ended' });
  over.ends[0]?.cut();
  vi.advanceTimersByTime(60_000);
  expect([over.ends.length, over.states, over.ends[0]?.said]).toEqual([1, ['ended'], [0]]);
  expect(over.ends[0]?.port.disconnect).toHaveBeenCalledTimes(1);
  vi.restoreAllMocks();
  const left = aPage(0);
  left.end.abort();
  vi.advanceTimersByTime(60_000);
  expect([left.ends.length, left.ends[0]?.said]).toEqual([1, [0]]);
});
