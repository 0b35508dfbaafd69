import { defineContentScript } from 'wxt/utils/define-content-script';
import { ask } from '../messaging/ask.ts';

/** Asks whether there is something to show on this portal. Most of the time there is not, and nothing else happens. */
export default defineContentScript({
  matches: ['https://portal.azure.com/*', 'https://entra.microsoft.com/*'],
  runAt: 'document_idle',
  main: () => void ask('guide.here', {}),
});
