import type { ToBlade, ToShell } from '../portal-data.ts';
import { openPaints } from './paint.ts';
import { moved, shows } from './points.ts';
import { runBlade, type RunningBlade } from './run-blade.ts';

/*
 * The frame's own script. It has no session and no address of its own: the shell says what to open, and is the only one who
 * is listened to.
 */
const portals = ['https://portal.azure.com', 'https://entra.microsoft.com'];
const asked = new URLSearchParams(location.search).get('trustedAuthority') ?? '';
const shell = portals.find((origin) => origin === asked) ?? '';
// Held from the beginning: a page in disorder may have a form of that name.
const html = document.documentElement;
const root = document.querySelector<HTMLElement>('#blade');
const newPaint = await openPaints();

const say = (message: ToShell): void => parent.postMessage(message, shell);

let running: RunningBlade | undefined;

function hear(message: ToBlade): void {
  if (message.kind === 'order') return running?.obey(message.order);
  if (!root) return;
  const { tab, path, hash, session } = message;
  const { tenantId, username: account } = session;
  html.lang = message.behaviour.language;
  running?.end();
  running = runBlade(message, {
    root,
    newPaint,
    say,
    drawn: (page, draws, complete) =>
      shows({ tab, frame: 'blade', page, account, tenantId, path, hash, draws, complete }),
  });
}

addEventListener('message', ({ source, origin, data }) => {
  if (source === parent && origin === shell) hear(data as ToBlade);
});
addEventListener('resize', () => moved());
if (shell !== '' && parent !== window) say({ kind: 'ready' });
