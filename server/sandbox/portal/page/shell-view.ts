import type { Behaviour, PortalSession } from '../portal-data.ts';
import { labelsIn, type Labels } from './labels.ts';
import type { Paint } from './paint.ts';
import type { Points } from './points.ts';
import { applicationsLink, type Route } from './route.ts';

/** What stands around a blade, and the place that is left for it. */
export interface Furniture {
  readonly elements: readonly HTMLElement[];
  readonly place: HTMLElement;
  frame(attributes: Readonly<Record<string, string>>): HTMLIFrameElement;
  /** What the blade says it is called. */
  title(title: string): void;
  end(): void;
}

// Held from the beginning: a page in disorder may have a form of that name.
const html = document.documentElement;

const isEntra = (): boolean => location.hostname === 'entra.microsoft.com';

/** Who is here, and the line that names the directory: in it one sees in whose tenant one is. */
function account({ element }: Paint, { username, tenantName, domain }: PortalSession, labels: Labels): HTMLElement {
  return element(
    'div',
    { class: 'account' },
    element('span', { class: 'who' }, username),
    element('span', { class: 'directory' }, `${tenantName.toUpperCase()} (${domain.toUpperCase()})`),
    element('a', { href: '/signout', class: 'out' }, labels.signOut),
  );
}

function navigation(paint: Paint, points: Points, labels: Labels, route: Route): HTMLElement {
  const { element } = paint;
  const link = (target: string, href: string, label: string, here: boolean): HTMLElement =>
    points.point(
      target,
      element('a', { href, class: here ? 'place here' : 'place', ...(here && { 'aria-current': 'page' }) }, label),
    );
  return element(
    'nav',
    { 'aria-label': labels.navigation, class: 'navigation' },
    link('home', '#home', labels.home, route.blade === 'home'),
    link('enterprise-applications', applicationsLink, labels.applications, route.blade !== 'home'),
  );
}

function home({ element }: Paint, labels: Labels): HTMLElement {
  const tile = element('a', { href: applicationsLink, class: 'tile' }, labels.applications);
  return element('main', { class: 'blade' }, element('h1', { class: 'title' }, labels.home), element('p', {}, tile));
}

/** The shell of either portal: the same parts, arranged as its own. */
export function drawShell(
  paint: Paint,
  points: Points,
  session: PortalSession,
  language: Behaviour['language'],
  route: Route,
): Furniture {
  const { element } = paint;
  const labels = labelsIn(language);
  const portal = labels.portal[isEntra() ? 'entra' : 'azure'];
  const place = element('div', { class: 'place-of-blade' });
  if (route.blade === 'home') place.append(home(paint, labels));
  const top = element(
    'header',
    { class: 'top' },
    element('a', { href: '#home', class: 'name' }, portal),
    account(paint, session, labels),
  );
  const body = element(
    'div',
    { class: isEntra() ? 'body rail' : 'body bar' },
    navigation(paint, points, labels, route),
    place,
  );
  html.lang = language;
  document.title = `${labels.home} · ${portal} · Practice tenant`;
  let frames: HTMLIFrameElement[] = [];
  return {
    elements: [element('div', { class: isEntra() ? 'shell entra' : 'shell azure' }, top, body)],
    place,
    frame(attributes) {
      const made = element('iframe', { class: 'frame', title: labels.loading, ...attributes }) as HTMLIFrameElement;
      frames = [made];
      return made;
    },
    title(title) {
      document.title = `${title} · ${portal} · Practice tenant`;
      for (const frame of frames) frame.title = title;
    },
    end: paint.end,
  };
}
