import type { Change } from '@latchkey/shared/api/changes';
import type { FeedFollower, FeedLine } from './feed-line.ts';
import { keepPort } from './keep-port.ts';

/**
 * Follows the change stream of the background, from a page of ours: the browser has one, whatever is open in it. When the worker
 * dies, the next one goes on behind what was told last. Ends with `signal`, or with the session.
 */
export function followWorker({ after, onChange, onState, signal }: FeedFollower): void {
  const over = new AbortController();
  let newest = after;
  const hear = (change: Change): void => {
    newest = Math.max(newest, change.sequence);
    onChange(change);
  };
  keepPort({
    name: 'changes',
    beats: true,
    onOpen: (port) => port.postMessage(newest),
    onMessage(message) {
      // From our own worker, which is of the same build.
      const line = message as FeedLine;
      if ('change' in line) return hear(line.change);
      onState(line.state);
      if (line.state === 'ended') over.abort();
    },
    onOrphaned: () => over.abort(),
    signal: AbortSignal.any([signal, over.signal]),
  });
}
