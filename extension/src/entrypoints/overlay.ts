import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runCard, runPointer } from '../overlay/run-overlay.tsx';

/** In the isolated world of our scripts: what runs in this frame already. */
interface OurWorld {
  latchkeyOverlay?: AbortController;
}

/** The second half of what we do in a web page, put there when a guide is open. Put there twice, it runs once. */
export default defineUnlistedScript(() => {
  const world = globalThis as OurWorld;
  if (world.latchkeyOverlay?.signal.aborted === false) return;
  const end = new AbortController();
  world.latchkeyOverlay = end;
  if (window === window.top) runCard({ end });
  else runPointer({ end });
});
