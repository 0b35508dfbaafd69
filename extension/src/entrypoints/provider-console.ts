import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runConsoleCard } from '../overlay/run-console-card.tsx';

/** In the isolated world of our scripts: what runs in this page already. */
interface OurWorld {
  latchkeyConsole?: AbortController;
}

/**
 * What we do on the provider's own console. Registered at run time for its one origin, once the person has allowed it
 * (session/console-access.ts): WXT would write a runtime registration's hosts into the manifest. Put there twice, it runs once.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as OurWorld;
  if (world.latchkeyConsole?.signal.aborted === false) return;
  const end = new AbortController();
  world.latchkeyConsole = end;
  runConsoleCard({ end });
});
