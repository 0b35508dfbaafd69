import { guideEndpoints } from '@latchkey/shared/api/guide-endpoints';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createGuideKeeper } from '../active-guide/guide-keeper.ts';
import { listen } from '../messaging/listen.ts';
import { keepWires } from '../messaging/wire.ts';
import { knowEndpoints } from '../server-api/server-api.ts';
import { everyMinute } from '../session/every-minute.ts';
import { guideTabs } from '../session/guide-tabs.ts';
import { activeGuide, guestSession, keptSession } from '../session/remembered.ts';
import { keepSessionInTrustedPages, showWhetherSignedIn } from '../session/toolbar.ts';

/**
 * Dies after 30 s of silence, and remembers nothing that is not in storage. Everything that may wake it is listened to before
 * anything is awaited. Pages speak to the API themselves; scripts in web pages have it asked through here.
 */
export default defineBackground(() => {
  knowEndpoints(guideEndpoints);
  const send: typeof fetch = (input, init) => fetch(input, init);
  const wires = keepWires({ onLaid: () => guide.attend(), onCut: (caller) => (guide.leave(caller), guide.attend()) });
  const guide = createGuideKeeper({
    tabs: guideTabs,
    wires: () => wires,
    fetch: send,
    now: Date.now,
    browserLanguage: () => navigator.language,
  });
  const minute = everyMinute('guide', () => void guide.refresh());
  listen(guide.handlers);
  guideTabs.onMoved(guide.moved);
  activeGuide.watch((active) => {
    void minute.want(active !== null);
    void guide.changed();
  });
  // Alarms, and what an earlier version has left in open tabs, do not outlive an update.
  browser.runtime.onInstalled.addListener(() => void guide.changed());
  void activeGuide.getValue().then((active) => minute.want(active !== null));
  for (const session of [keptSession, guestSession]) session.watch(() => void guide.refresh());
  void keepSessionInTrustedPages();
  void showWhetherSignedIn();
});
