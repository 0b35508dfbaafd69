import { defineContentScript } from 'wxt/utils/define-content-script';
import { ask } from '../messaging/ask.ts';

/** The same in the frames in which the portal draws its blades: each frame points at what stands in it. */
export default defineContentScript({
  matches: ['https://*.reactblade.portal.azure.net/*'],
  allFrames: true,
  runAt: 'document_idle',
  main: () => void ask('guide.here', {}),
});
