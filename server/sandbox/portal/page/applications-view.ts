import type { PortalApplication } from '../portal-data.ts';
import { element, grid } from './dom.ts';
import { applicationLink } from './route.ts';

/** Enterprise applications | All applications. */
export function applicationsView(applications: readonly PortalApplication[]): HTMLElement {
  const rows = applications.map(({ name, objectId, appId, createdOn }) => [
    element('a', { href: applicationLink('Overview', objectId, appId) }, name),
    objectId,
    appId,
    createdOn,
  ]);
  return element(
    'section',
    {},
    element('h1', {}, 'Enterprise applications | All applications'),
    element('p', {}, `${applications.length} applications found`),
    grid('Enterprise applications', ['Name', 'Object ID', 'Application ID', 'Created on'], rows),
  );
}
