import type { PortalApplicationDetails } from '../portal-data.ts';
import { bladeLink, type BladeContext } from './blade-view.ts';
import type { Paint } from './paint.ts';
import { applicationLink } from './route.ts';

/** The menu of an application: what can be opened, and what this portal only names. */
function menu(
  paint: Paint,
  context: BladeContext,
  { objectId, appId }: PortalApplicationDetails,
  here: string,
): HTMLElement {
  const { element, id } = paint;
  const { labels, points } = context;
  const item = (blade: 'Overview' | 'Permissions'): HTMLElement => {
    const key = blade.toLowerCase() as 'overview' | 'permissions';
    const current = key === here ? { 'aria-current': 'page' } : {};
    const attributes = { role: 'menuitem', class: key === here ? 'item here' : 'item', ...current };
    return points.point(
      `menu-${key}`,
      bladeLink(paint, context, applicationLink(blade, objectId, appId), attributes, labels[key]),
    );
  };
  const off = (label: string): HTMLElement =>
    element('span', { role: 'menuitem', 'aria-disabled': 'true', class: 'item off' }, label);
  const group = (key: 'manage' | 'security', ...items: readonly HTMLElement[]): HTMLElement => {
    const name = id(key);
    const head = points.point(`group-${key}`, element('div', { class: 'group', id: name }, labels[key]));
    return element('div', { role: 'group', 'aria-labelledby': name }, head, ...items);
  };
  return element(
    'div',
    { role: 'menu', 'aria-label': labels.resourceMenu, class: 'menu' },
    item('Overview'),
    group('manage', off(labels.properties), off(labels.owners)),
    group('security', off(labels.conditionalAccess), item('Permissions'), off(labels.tokenEncryption)),
  );
}

/** One enterprise application: title, menu, and the part of it that is open. */
export function applicationFrame(
  paint: Paint,
  context: BladeContext,
  application: PortalApplicationDetails,
  here: 'overview' | 'permissions',
  ...content: readonly HTMLElement[]
): HTMLElement {
  const { element } = paint;
  const { labels } = context;
  return element(
    'main',
    { class: 'blade' },
    element('h1', { class: 'title' }, `${application.name} | ${labels[here]}`),
    element('p', { class: 'subtitle' }, labels.enterpriseApplication),
    element(
      'div',
      { class: 'with-menu' },
      menu(paint, context, application, here),
      element('div', { class: 'surface' }, ...content),
    ),
  );
}
