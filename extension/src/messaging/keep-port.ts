import { browser } from 'wxt/browser';
import { isOrphan } from './ask.ts';

/** The worker ends after 30 s of silence, and takes its change stream along. */
const beatMs = 20_000;
const againMs = 200;
const orphanWatchMs = 1_000;

type Port = ReturnType<typeof browser.runtime.connect>;

interface Needs {
  readonly name: string;
  /** Whether this end keeps the worker alive. */
  readonly beats: boolean;
  readonly onOpen: (port: Port) => void;
  readonly onMessage: (message: unknown) => void;
  /** The extension that this script belongs to is gone. */
  readonly onOrphaned: () => void;
  readonly signal: AbortSignal;
}

/** Opens a port to the background and opens it anew whenever the worker dies, until `signal` aborts. */
export function keepPort({ name, beats, onOpen, onMessage, onOrphaned, signal }: Needs): void {
  let port: Port | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const connect = (): void => {
    if (signal.aborted) return;
    if (isOrphan()) return onOrphaned();
    try {
      port = browser.runtime.connect({ name });
    } catch {
      again = setTimeout(connect, againMs);
      return;
    }
    port.onMessage.addListener(onMessage);
    port.onDisconnect.addListener(() => {
      port = undefined;
      if (!signal.aborted) again = setTimeout(connect, againMs);
    });
    onOpen(port);
  };

  const beat = setInterval(() => {
    try {
      if (beats) port?.postMessage(null);
    } catch {
      // Gone in this very moment: onDisconnect opens it anew.
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
