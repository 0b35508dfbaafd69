import { browser } from 'wxt/browser';
import { callerOf, type FrameCaller } from './caller.ts';
import { feedName } from './feed-pages.ts';
import { self } from './listen.ts';

const name = 'guide';

/**
 * A line from a frame to the background, over which nothing is said but "look again" and "still here". What there is to see is
 * asked for by intents, each with a sender of its own: what the browser says of a port's sender is as old as the port.
 */
export interface Wire {
  readonly caller: FrameCaller;
  readonly ring: () => void;
}

interface Needs {
  readonly onLaid: () => void;
  readonly onCut: (caller: FrameCaller) => void;
  /** The provider's console, for as long as we may work there. */
  readonly consoleOrigin: () => Promise<string | null>;
}

/** Keeps the wires that frames have laid. */
export function keepWires({ onLaid, onCut, consoleOrigin }: Needs): ReadonlySet<Wire> {
  const wires = new Set<Wire>();
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === feedName) return;
    let cut = (): void => undefined;
    let isCut = false;
    // What comes over it is not read: that it comes keeps the worker alive.
    port.onMessage.addListener(() => undefined);
    port.onDisconnect.addListener(() => {
      isCut = true;
      cut();
    });
    void consoleOrigin().then((origin) => {
      if (isCut) return;
      const caller = port.sender === undefined ? undefined : callerOf(port.sender, self(), origin);
      if (port.name !== name || caller === undefined || !('tabId' in caller)) return port.disconnect();
      const wire: Wire = { caller, ring: () => port.postMessage(null) };
      wires.add(wire);
      cut = () => {
        wires.delete(wire);
        onCut(caller);
      };
      onLaid();
    });
  });
  return wires;
}
