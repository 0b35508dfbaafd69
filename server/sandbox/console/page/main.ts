import type { ConsoleDoor, ConsoleInvitation, ConsoleService, ConsoleSession } from '../console-data.ts';
import { goTo, read } from './api.ts';
import { element, title } from './dom.ts';
import { frame } from './frame.ts';
import { authenticationView, pendingView } from './pending-view.ts';
import { readRoute, type Route } from './route.ts';
import { serviceView, servicesView } from './services-view.ts';
import { settingsView } from './settings-view.ts';
import { signInView } from './sign-in-view.ts';
import { tenantsView, tenantView } from './tenants-view.ts';
import { tellWhatIsShown, watchInputs } from './witness.ts';
import { newCustomerView, wizardView } from './wizard-view.ts';

const nowhere = (): HTMLElement => element('section', {}, title('There is no such page'));

const services = async (): Promise<readonly ConsoleService[]> => (await read('/api/services')) ?? [];

async function ofService(shortName: string, view: (one: ConsoleService) => HTMLElement): Promise<HTMLElement> {
  const found = await read<ConsoleService>(`/api/services/${encodeURIComponent(shortName)}`);
  return found ? view(found) : nowhere();
}

async function ofInvitation(shortName: string): Promise<HTMLElement> {
  const found = await read<ConsoleInvitation>(`/api/invitations/${encodeURIComponent(shortName)}`);
  return found ? authenticationView(found) : nowhere();
}

async function view(route: Route): Promise<HTMLElement> {
  switch (route.page) {
    case 'services':
      return servicesView(await services());
    case 'service':
      return ofService(route.shortName, serviceView);
    case 'settings':
      return ofService(route.shortName, settingsView);
    case 'authentication':
      return ofInvitation(route.shortName);
    case 'tenants':
      return tenantsView(await services());
    case 'tenant':
      return tenantView(await services(), route.tenantId);
    case 'pending':
      return pendingView((await read<readonly ConsoleInvitation[]>('/api/invitations')) ?? []);
    case 'wizard':
      return wizardView();
    case 'new':
      return newCustomerView();
    case 'nowhere':
      return nowhere();
  }
}

let turn = 0;

/** Draws what the address says. Of two that overlap the later wins. */
async function draw(): Promise<void> {
  turn += 1;
  const mine = turn;
  const here = await read<ConsoleDoor | ConsoleSession>('/api/session');
  if (here === undefined) return;
  const route = readRoute(location.pathname, location.hash);
  const again = (): void => void draw();
  const shown = here.signedIn ? frame(here, route, await view(route), again) : [signInView(here, again)];
  if (mine !== turn) return;
  document.querySelector('#console')?.replaceChildren(...shown);
  tellWhatIsShown();
  document.title = `${document.querySelector('h1')?.textContent ?? ''} · Practice console`;
}

/** Links of the console's own lead on without loading it anew; everybody else's, and new tabs, are the browser's. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || link.origin !== location.origin) return;
  event.preventDefault();
  goTo(link.pathname + link.hash);
}

watchInputs();
document.addEventListener('click', follow);
for (const event of ['popstate', 'practice-navigated']) addEventListener(event, () => void draw());
void draw();
