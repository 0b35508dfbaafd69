import { browser } from 'wxt/browser';
import { isOrphan } from './ask.ts';

/** The worker ends after 30 s of silence, and takes its change stream along. */
const beatMs = 20_000;
const againMs = 200;
const orphanWatchMs = 1_000;

interface Needs {
  /** Whether this frame keeps the worker alive. */
  readonly beats: boolean;
  /** Look again: something has changed, or the worker is another one. */
  readonly onRing: () => void;
  /** The extension that this script belongs to is gone. */
  readonly onOrphaned: () => void;
  readonly signal: AbortSignal;
}

/** Lays a wire to the background and lays it anew whenever the worker dies, until `signal` aborts. */
export function layWire({ beats, onRing, onOrphaned, signal }: Needs): void {
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const connect = (): void => {
    if (signal.aborted) return;
    if (isOrphan()) return onOrphaned();
    try {
      port = browser.runtime.connect({ name: 'guide' });
    } catch {
      again = setTimeout(connect, againMs);
      return;
    }
    port.onMessage.addListener(onRing);
    port.onDisconnect.addListener(() => {
      port = undefined;
      if (!signal.aborted) again = setTimeout(connect, againMs);
    });
    onRing();
  };

  const beat = setInterval(() => {
    try {
      if (beats) port?.postMessage(null);
    } catch {
      // Gone in this very moment: onDisconnect lays it anew.
    }
  }, beatMs);
  const watch = setInterval(() => isOrphan() && onOrphaned(), orphanWatchMs);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(again);
      clearInterval(beat);
      clearInterval(watch);
      port?.disconnect();
    },
    { once: true },
  );
  connect();
}
