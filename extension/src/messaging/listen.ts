import { browser } from 'wxt/browser';
import { answer, type Handlers } from './answer.ts';
import { callerOf, type Self } from './caller.ts';

/** Us, as callers are told from us. */
export const self = (): Self => ({ id: browser.runtime.id, origin: browser.runtime.getURL('/').slice(0, -1) });

/** Answers what our own pages and scripts ask. Set up before anything is awaited: a worker that wakes for a message must hear it. */
export function listen(handlers: Handlers, consoleOrigin: () => Promise<string | null>): void {
  browser.runtime.onMessage.addListener((message, sender, reply) => {
    void consoleOrigin()
      .then((origin) => answer(handlers, message, callerOf(sender, self(), origin)))
      .then(reply);
    // Keeps the way back open until then.
    return true;
  });
}
