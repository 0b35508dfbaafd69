import { guideEndpoints } from '@latchkey/shared/api/guide-endpoints';
import { defineBackground } from 'wxt/utils/define-background';
import { config } from 'zod/mini';
import { createGuideKeeper } from '../active-guide/guide-keeper.ts';
import { feedPages } from '../messaging/feed-pages.ts';
import { listen } from '../messaging/listen.ts';
import { keepWires } from '../messaging/wire.ts';
import { knowEndpoints } from '../server-api/server-api.ts';
import { createSharedStream } from '../server-api/shared-stream.ts';
import { createConsoleKeeper } from '../provider-console/console-keeper.ts';
import { allowedConsoleOrigin, consoleAccess, keepConsoleScript } from '../session/console-access.ts';
import { everyMinute } from '../session/every-minute.ts';
import { exclusively } from '../session/exclusively.ts';
import { guideTabs } from '../session/guide-tabs.ts';
import { ownPages } from '../session/platform.ts';
import {
  activeGuide,
  guestSession,
  keptSession,
  language,
  overlayPlace,
  providerConsole,
  savedPending,
  savedTenants,
} from '../session/remembered.ts';
import { hearToolbar, toolbarButton } from '../session/toolbar-button.ts';
import { sourceOf } from '../session/source-of.ts';
import { keepSessionInTrustedPages, showWhetherSignedIn } from '../session/toolbar.ts';
import { createToolbarKeeper } from '../toolbar/toolbar-keeper.ts';

/**
 * Dies after 30 s of silence, and remembers nothing that is not in storage. Everything that may wake it is listened to before
 * anything is awaited. Pages speak to the API themselves; scripts in web pages have it asked through here. Whatever is open in the
 * browser, its one change stream is here.
 */
export default defineBackground(() => {
  knowEndpoints(guideEndpoints);
  const send: typeof fetch = (input, init) => fetch(input, init);
  const stream = createSharedStream(send);
  const consoleOrigin = () => allowedConsoleOrigin().catch(() => null);
  const wires = keepWires({
    onLaid() {
      guide.attend();
      console.attend();
    },
    onCut(caller) {
      guide.leave(caller);
      guide.attend();
      console.leave(caller);
    },
    consoleOrigin,
  });
  const guide = createGuideKeeper({
    tabs: guideTabs,
    wires: () => wires,
    fetch: send,
    stream,
    now: Date.now,
    browserLanguage: () => navigator.language,
  });
  const console = createConsoleKeeper({
    openConsole: ownPages.openConsole,
    openSignIn: () => ownPages.openSignIn('console'),
    wires: () => wires,
    fetch: send,
    stream,
    now: Date.now,
    exclusively,
    browserLanguage: () => navigator.language,
  });
  const minute = everyMinute('guide', () => void guide.refresh());
  listen({ ...guide.handlers, ...console.handlers }, consoleOrigin);
  feedPages((follower) => {
    void keptSession
      .getValue()
      .then((kept) => (kept === null ? follower.onState('ended') : stream.follow(sourceOf(kept), follower)));
  });
  guideTabs.onMoved((tabId) => {
    guide.moved(tabId);
    console.moved(tabId);
  });
  activeGuide.watch((active) => {
    void minute.want(active !== null);
    void guide.changed();
  });
  void activeGuide.getValue().then((active) => minute.want(active !== null));
  for (const session of [keptSession, guestSession]) session.watch(() => void guide.refresh());
  for (const item of [keptSession, providerConsole]) item.watch(() => console.changed());
  for (const item of [language, overlayPlace]) item.watch(() => console.redraw());
  providerConsole.watch(() => void keepConsoleScript());
  consoleAccess.onChanged(() => {
    void keepConsoleScript();
    console.changed();
  });
  void keepConsoleScript();
  keepToolbar();
  void keepSessionInTrustedPages();
  void showWhetherSignedIn();
});

/** The button in the toolbar is drawn from what is remembered, whoever learned it; the server is asked each minute. */
function keepToolbar(): void {
  // As on our pages: without this zod tries to compile its parsers, and the policy reports an attempt to evaluate code.
  config({ jitless: true });
  const keeper = createToolbarKeeper({
    button: toolbarButton,
    fetch: (input, init) => fetch(input, init),
    exclusively,
    now: Date.now,
  });
  hearToolbar({
    minute: keeper.ask,
    tab: keeper.look,
    validate: keeper.validate,
    menu: keeper.menu,
  });
  for (const item of [keptSession, savedPending, savedTenants]) item.watch(() => void keeper.draw());
  void keeper.draw();
}
