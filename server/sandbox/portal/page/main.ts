import type { PortalApplication, PortalApplicationDetails, PortalSession } from '../portal-data.ts';
import { applicationView } from './application-view.ts';
import { applicationsView } from './applications-view.ts';
import { element } from './dom.ts';
import { applicationsLink, readRoute, readTenant, type Route } from './route.ts';

const returnKey = 'practice-return';

async function read<Data>(path: string): Promise<Data | undefined> {
  const response = await fetch(path);
  return response.ok ? ((await response.json()) as Data) : undefined;
}

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

const home = (): HTMLElement =>
  element(
    'section',
    {},
    element('h1', {}, 'Home'),
    element('p', {}, element('a', { href: applicationsLink }, 'Enterprise applications')),
  );

async function view(route: Route, session: PortalSession): Promise<HTMLElement> {
  if (route.blade === 'home') return home();
  if (route.blade === 'applications')
    return applicationsView((await read<readonly PortalApplication[]>('/api/applications')) ?? []);
  const application = await read<PortalApplicationDetails>(`/api/applications/${route.objectId}`);
  if (!application) return element('section', {}, element('h1', {}, 'The application was not found in this directory'));
  return applicationView(application, session, route.blade);
}

function frame(session: PortalSession, content: HTMLElement): readonly HTMLElement[] {
  const name = location.hostname === 'entra.microsoft.com' ? 'Entra admin center' : 'Azure portal';
  return [
    element(
      'header',
      { class: 'top' },
      element('a', { href: '#home', class: 'name' }, name),
      element('nav', { 'aria-label': 'Portal' }, element('a', { href: applicationsLink }, 'Enterprise applications')),
      element('span', { class: 'account' }, `${session.username} · ${session.tenantName}`),
      element('a', { href: '/signout' }, 'Sign out'),
    ),
    element('main', { class: 'content' }, content),
  ];
}

let turn = 0;

/** Draws what the address says. Of two that overlap the later wins. */
async function draw(): Promise<void> {
  turn += 1;
  const mine = turn;
  const tenant = readTenant(location.pathname, location.hash);
  const session = await read<PortalSession | { readonly signedIn: false }>(
    `/api/session?tenant=${encodeURIComponent(tenant)}`,
  );
  if (!session?.signedIn) return signIn();
  const content = await view(readRoute(location.hash), session);
  if (mine !== turn) return;
  document.querySelector('#portal')?.replaceChildren(...frame(session, content));
  document.title = `${content.querySelector('h1')?.textContent ?? ''} · Practice tenant`;
}

restoreAddress();
addEventListener('hashchange', () => void draw());
// Back from the consent window: what it changed is shown without a reload.
addEventListener('focus', () => void draw());
void draw();
