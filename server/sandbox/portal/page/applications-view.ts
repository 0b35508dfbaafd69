import type { PortalApplication } from '../portal-data.ts';
import { bladeLink, type BladeContext, type View } from './blade-view.ts';
import { grid } from './grid.ts';
import { moved } from './points.ts';
import { applicationLink } from './route.ts';

const matches = ({ name, objectId }: PortalApplication, typed: string): boolean =>
  name.toLowerCase().includes(typed) || objectId.startsWith(typed);

/** Enterprise applications | All applications. */
export function applicationsView(context: BladeContext, applications: readonly PortalApplication[]): View {
  const { labels, points } = context;
  const title = `${labels.applications} | ${labels.allApplications}`;
  return {
    page: 'applications',
    title,
    draw(paint) {
      const { element } = paint;
      const { name, objectId, appId, createdOn } = labels.facts;
      const list = (typed: string): readonly HTMLElement[] => {
        const found = applications.filter((one) => matches(one, typed));
        const cells = (at: number) => {
          const one = found[at] as PortalApplication;
          const link = bladeLink(paint, context, applicationLink('Overview', one.objectId, one.appId), {}, one.name);
          return [points.point(`application:${one.appId}`, link), one.objectId, one.appId, one.createdOn];
        };
        return [
          element('p', { role: 'status' }, labels.found(found.length)),
          grid(paint, {
            label: labels.applications,
            headers: [name, objectId, appId, createdOn],
            rows: found.length,
            cells,
            onDrawn: () => moved(),
          }),
        ];
      };
      const box = element('input', {
        type: 'search',
        'aria-label': labels.filter,
        placeholder: labels.filter,
        class: 'search',
      });
      const results = element('div', {}, ...list(''));
      box.addEventListener('input', () => {
        results.replaceChildren(...list((box as HTMLInputElement).value.trim().toLowerCase()));
        moved();
      });
      return element(
        'main',
        { class: 'blade' },
        element('h1', { class: 'title' }, title),
        points.point('search-applications', box),
        results,
      );
    },
  };
}
