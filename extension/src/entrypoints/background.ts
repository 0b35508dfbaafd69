import { defineBackground } from 'wxt/utils/define-background';
import { listen } from '../messaging/listen.ts';
import { activeGuide } from '../session/remembered.ts';
import { keepSessionInTrustedPages, showWhetherSignedIn } from '../session/toolbar.ts';

/** Remembers nothing: the worker dies after 30 s. Pages speak to the API themselves and open the change stream themselves. */
export default defineBackground(() => {
  listen({
    'guide.here': async () => ({ active: (await activeGuide.getValue()) !== null }),
  });
  void keepSessionInTrustedPages();
  void showWhetherSignedIn();
});
