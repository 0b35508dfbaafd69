import type { BladeOpening, Order, PortalAnswer, PortalSession } from '../portal-data.ts';
import { openBladeFrame } from './blade-frame.ts';
import { hearOrders } from './orders.ts';
import { openPaints } from './paint.ts';
import { openPoints, moved, shows } from './points.ts';
import { readRoute, readTenant } from './route.ts';
import { runBlade, type RunningBlade } from './run-blade.ts';
import { drawShell, type Furniture } from './shell-view.ts';
import { openUnrest, type Unrest } from './unrest.ts';

/* The top document: who is here, in which directory, and the place for the blade that the hash names. */
const returnKey = 'practice-return';
const tab = crypto.randomUUID();
const root = document.querySelector<HTMLElement>('#portal');
const points = openPoints();
const newPaint = await openPaints();

/** Signing in loses the hash, so the tab remembers where it was going. */
function signIn(): void {
  sessionStorage.setItem(returnKey, location.pathname + location.hash);
  const tenant = readTenant(location.pathname, location.hash);
  location.replace(`/signin/start?tenant=${encodeURIComponent(tenant)}`);
}

function restoreAddress(): void {
  const before = sessionStorage.getItem(returnKey);
  sessionStorage.removeItem(returnKey);
  if (before !== null && location.pathname === '/' && location.hash === '') history.replaceState(null, '', before);
}

async function ask(): Promise<PortalAnswer | undefined> {
  const tenant = readTenant(location.pathname, location.hash);
  const response = await fetch(`/api/session?tenant=${encodeURIComponent(tenant)}`);
  return response.ok ? ((await response.json()) as PortalAnswer) : undefined;
}

let turn = 0;
let draws = 0;
let blade: RunningBlade | undefined;
let unrest: Unrest | undefined;
let shown: Furniture | undefined;

const name = (title: string): void => {
  if (shown) shown.title(title);
};

/** From blade to blade the portal goes by the history, which no hashchange tells of; its own links go by the hash. */
function go(hash: string): void {
  history.pushState(null, '', hash);
  void draw();
}

function openBlade(opening: BladeOpening, furniture: Furniture): RunningBlade {
  const tell = { go, title: name };
  if (opening.behaviour.blades === 'framed') return openBladeFrame(opening, furniture, tell);
  return runBlade(opening, {
    root: furniture.place,
    newPaint,
    say(message) {
      if (message.kind === 'go') tell.go(message.hash);
      if (message.kind === 'title') tell.title(message.title);
    },
    drawn: (page, bladeDraws, complete) => tellOracle(opening.session, page, draws + bladeDraws, complete),
  });
}

function tellOracle(
  { username: account, tenantId }: PortalSession,
  page: Parameters<typeof shows>[0]['page'],
  count: number,
  complete: boolean,
): void {
  const { pathname: path, hash } = location;
  shows({ tab, frame: 'top', page, account, tenantId, path, hash, draws: count, complete });
}

/** Draws what the address says. Of two that overlap the later wins. */
async function draw(): Promise<void> {
  turn += 1;
  const mine = turn;
  const answer = await ask();
  if (mine !== turn || !answer || !root) return;
  if (!answer.signedIn) return signIn();
  const { behaviour, ...session } = answer;
  blade?.end();
  unrest?.end();
  shown?.end();
  points.forget();
  const route = readRoute(location.hash);
  shown = drawShell(newPaint(), points, session, behaviour.language, route);
  root.replaceChildren(...shown.elements);
  draws += 1;
  tellOracle(session, route.blade, draws, route.blade === 'home' || behaviour.blades === 'framed');
  const { pathname: path, hash, origin: portal } = location;
  // A blade in the top document brings its own.
  unrest = behaviour.blades === 'framed' ? openUnrest(behaviour, '') : undefined;
  const opening: BladeOpening = { kind: 'open', portal, tab, path, hash, session, behaviour };
  blade = route.blade === 'home' ? undefined : openBlade(opening, shown);
  moved();
}

function obey(order: Order): void {
  if (order.do === 'behave') return void draw();
  if (order.do === 'report') moved(true);
  blade?.obey(order);
}

restoreAddress();
addEventListener('hashchange', () => void draw());
hearOrders(obey);
void draw();
