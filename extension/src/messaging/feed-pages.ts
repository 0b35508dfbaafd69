import { browser } from 'wxt/browser';
import { callerOf, type CallerKind, type Sender } from './caller.ts';
import type { FeedFollower, FeedLine } from './feed-line.ts';
import { self } from './listen.ts';

export const feedName = 'changes';

const mayFollow: readonly CallerKind[] = ['popup', 'panel', 'console'];

const isPage = (sender: Sender | undefined): boolean => {
  const caller = sender === undefined ? undefined : callerOf(sender, self(), null);
  return caller !== undefined && mayFollow.includes(caller.kind);
};

/**
 * Lets pages of ours follow the background's change stream, each over a port of its own. Nobody else may: changes name whatever
 * they are about. To be called before anything is awaited.
 */
export function feedPages(follow: (follower: FeedFollower) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== feedName) return;
    if (!isPage(port.sender)) return port.disconnect();
    const gone = new AbortController();
    const say = (line: FeedLine): void => port.postMessage(line);
    let isFollowing = false;
    port.onMessage.addListener((after: unknown) => {
      // What comes later says nothing: that it comes keeps the worker alive.
      if (isFollowing || !Number.isSafeInteger(after)) return;
      isFollowing = true;
      follow({
        after: Number(after),
        onChange: (change) => say({ change }),
        onState: (state) => say({ state }),
        signal: gone.signal,
      });
    });
    port.onDisconnect.addListener(() => gone.abort());
  });
}
