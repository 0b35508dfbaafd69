import { defineBackground } from 'wxt/utils/define-background';
import { keepSessionInTrustedPages, showWhetherSignedIn } from '../session/toolbar.ts';

/** Remembers nothing: the worker dies after 30 s. Pages speak to the API themselves and open the change stream themselves. */
export default defineBackground(() => {
  void keepSessionInTrustedPages();
  void showWhetherSignedIn();
});
