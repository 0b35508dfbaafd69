import { above, attribute, every } from './dom.ts';
import { byLink, byName, cellSaying, defineTarget } from './target.ts';

/** The registration in the list of enterprise applications: the row with our application id. */
export const registrationInList = defineTarget({
  id: 'registration-in-list',
  find: [
    (root, { appId }) => {
      const cell = cellSaying(root, [appId]);
      const row = cell === null ? null : above(cell, '[role="row"],tr');
      return row === null ? cell : (every(row, 'a[href],[role="link"]')[0] ?? row);
    },
    byLink((href, { appId }) => href.toLowerCase().includes(`/appid/${appId}`)),
  ],
});

/** "Permissions" in the menu of the registration. */
export const permissionsInMenu = defineTarget({
  id: 'permissions-in-menu',
  find: [byName('entry', /^Permissions$/), byLink((href) => /\/ManagedAppMenuBlade\/(~\/)?Permissions\//.test(href))],
});

export const grantConsentButton = defineTarget({
  id: 'grant-consent-button',
  find: [byName('button', /^Grant admin consent for /)],
});

/** The list of what was granted: the table with one of our claim values, which no language translates. Else the way to it. */
export const grantedPermissions = defineTarget({
  id: 'granted-permissions',
  find: [
    (root, { claimValues }) => {
      const cell = cellSaying(root, claimValues);
      return cell && (above(cell, '[role="grid"],[role="table"],[role="treegrid"],table') ?? cell);
    },
    (root, about) => {
      const tab = byName('tab', /^Admin consent$/)(root, about);
      return tab === null || attribute(tab, 'aria-selected') === 'true' ? null : tab;
    },
  ],
});
