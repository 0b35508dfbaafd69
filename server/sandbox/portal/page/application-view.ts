import type { PortalApplicationDetails, PortalPermission, PortalSession } from '../portal-data.ts';
import { button, element, grid } from './dom.ts';
import { applicationLink, type Route } from './route.ts';

const headers = ['API Name', 'Claim value', 'Permission', 'Type', 'Granted through', 'Granted by'];

const cells = (one: PortalPermission): readonly string[] => [
  one.apiName,
  one.claimValue,
  one.permission,
  one.type,
  one.grantedThrough,
  one.grantedBy,
];

function menu({ objectId, appId }: PortalApplicationDetails, blade: Route['blade']): HTMLElement {
  const link = (label: 'Overview' | 'Permissions'): HTMLElement =>
    element(
      'a',
      {
        href: applicationLink(label, objectId, appId),
        ...(label.toLowerCase() === blade && { 'aria-current': 'page' }),
      },
      label,
    );
  return element(
    'nav',
    { class: 'menu', 'aria-label': 'Application' },
    link('Overview'),
    element('h2', {}, 'Security'),
    link('Permissions'),
  );
}

function overview({ name, appId, objectId, publisher, createdOn }: PortalApplicationDetails): HTMLElement {
  const facts = {
    Name: name,
    'Application ID': appId,
    'Object ID': objectId,
    Publisher: publisher,
    'Created on': createdOn,
  };
  const list = Object.entries(facts).flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]);
  return element('section', {}, element('h1', {}, `${name} | Overview`), element('dl', {}, ...list));
}

/** Opens Microsoft's consent window for the whole organisation, as the portal does. */
function grantConsent({ appId }: PortalApplicationDetails, { tenantId }: PortalSession): void {
  const redirect = encodeURIComponent(`${location.origin}/TokenAuthorize`);
  const address = `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${appId}&redirect_uri=${redirect}`;
  window.open(address, 'grant-admin-consent', 'popup,width=520,height=720');
}

/** Shows one tab and says so to everybody who listens. */
function tabs(panels: readonly (readonly [label: string, panel: HTMLElement])[]): readonly HTMLElement[] {
  const list = element('div', { role: 'tablist', 'aria-label': 'Consent' });
  const choose = (chosen: number, focus: boolean): void => {
    for (const [at, [, panel]] of panels.entries()) {
      const tab = list.children[at] as HTMLElement;
      tab.setAttribute('aria-selected', String(at === chosen));
      tab.tabIndex = at === chosen ? 0 : -1;
      panel.hidden = at !== chosen;
      if (at === chosen && focus) tab.focus();
    }
  };
  for (const [at, [label, panel]] of panels.entries()) {
    const tab = button(label, () => choose(at, false), {
      role: 'tab',
      id: `tab-${at}`,
      'aria-controls': `panel-${at}`,
    });
    tab.addEventListener('keydown', ({ key }) => {
      if (key === 'ArrowRight') choose((at + 1) % panels.length, true);
      if (key === 'ArrowLeft') choose((at + panels.length - 1) % panels.length, true);
    });
    list.append(tab);
    for (const [key, value] of Object.entries({ role: 'tabpanel', id: `panel-${at}`, 'aria-labelledby': `tab-${at}` }))
      panel.setAttribute(key, value);
  }
  choose(0, false);
  return [list, ...panels.map(([, panel]) => panel)];
}

function permissions(application: PortalApplicationDetails, session: PortalSession): HTMLElement {
  const panel = (label: string, rows: readonly PortalPermission[]): HTMLElement =>
    element(
      'div',
      {},
      rows.length === 0 ? element('p', {}, `No permissions were granted by ${label.toLowerCase()}.`) : '',
      grid(label, headers, rows.map(cells)),
    );
  return element(
    'section',
    {},
    element('h1', {}, `${application.name} | Permissions`),
    element(
      'p',
      {},
      'Applications can be granted permissions to your organization by an admin granting consent for all users, or by a user granting consent for themselves.',
    ),
    button(`Grant admin consent for ${session.tenantName}`, () => grantConsent(application, session), {
      class: 'first',
    }),
    ...tabs([
      ['Admin consent', panel('Admin consent', application.adminConsent)],
      ['User consent', panel('User consent', application.userConsent)],
    ]),
  );
}

/** One enterprise application, with its menu. */
export function applicationView(
  application: PortalApplicationDetails,
  session: PortalSession,
  blade: 'overview' | 'permissions',
): HTMLElement {
  const shown = blade === 'overview' ? overview(application) : permissions(application, session);
  return element('div', { class: 'with-menu' }, menu(application, blade), shown);
}
