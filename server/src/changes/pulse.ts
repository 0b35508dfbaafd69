import type { ChangeFeed } from './change-feed.ts';

const beatEveryMs = 20_000;
const lookEveryMs = 50;

/** Keeps the feed alive: heartbeats, and a look at whether another process has written (three microseconds each). Gives what stops it. */
export function startPulse(feed: ChangeFeed, dataVersion: () => number | undefined): () => void {
  const beat = setInterval(() => void feed.beat().catch(() => undefined), beatEveryMs);
  let last: number | undefined;
  const look = setInterval(() => {
    if (feed.size === 0) return;
    const version = dataVersion();
    if (version !== last) feed.wake();
    last = version;
  }, lookEveryMs);
  for (const timer of [beat, look]) timer.unref();
  return () => {
    clearInterval(beat);
    clearInterval(look);
  };
}
