import { expect, test } from 'vitest';
import { applicationLink, applicationsLink, readRoute, readTenant } from './page/route.ts';

const objectId = '0b1f0851-1111-4222-8333-444455556666';
const appId = '2e3226b3-79cc-4efb-b94a-8cbe4dc391e2';
const iam = 'Microsoft_AAD_IAM';
const app = `${iam}/ManagedAppMenuBlade`;

const permissions = [
  `#view/${app}/~/Permissions/objectId/${objectId}/appId/${appId}`,
  `#view/${app}/~/Permissions/objectId/${objectId}/appId/${appId}/`,
  `#view/${app}/~/Permissions/appId/${appId}/objectId/${objectId}`,
  `#view/${app}/~/Permissions/objectId/${objectId.toUpperCase()}/appId/${appId.toUpperCase()}`,
  `#view/${app}/~/Permissions/objectId/${objectId}/appId/${appId}/preferredSingleSignOnMode~/null/servicePrincipalType/ManagedIdentity`,
  `#view/${app}/~/Permissions/objectId/${objectId}/appId/${appId}/preferredSingleSignOnMode~/null`,
  `#view/${app}/objectId/${objectId}/appId/${appId}/menuItemId/Permissions`,
  `#view/${app}/menuItemId/Permissions/objectId/${objectId}/appId/${appId}`,
  `#blade/${app}/~/Permissions/objectId/${objectId}/appId/${appId}`,
  `#blade/${app}/Permissions/objectId/${objectId}/appId/${appId}`,
  `#blade/${app}/Permissions/appId/${appId}/objectId/${objectId}/`,
  `#@contoso.com/view/${app}/~/Permissions/objectId/${objectId}/appId/${appId}`,
  `#@contoso.com/blade/${app}/~/Permissions/objectId/${objectId}/appId/${appId}`,
];

test.each(permissions)('%s leads to the permissions', (hash) => {
  expect(readRoute(hash)).toEqual({ blade: 'permissions', objectId, appId });
});

test.each([
  `#view/${app}/~/Permissions/objectId/${objectId}`,
  `#view/${app}/~/Permissions/objectId/${objectId}/`,
  `#view/${app}/~/Permissions/objectId/${objectId}/appId/`,
  `#@contoso.com/view/${app}/~/Permissions/objectId/${objectId}`,
])('%s leads there without an application id', (hash) => {
  expect(readRoute(hash)).toEqual({ blade: 'permissions', objectId, appId: undefined });
});

test.each([
  `#view/${app}/~/Overview/objectId/${objectId}/appId/${appId}`,
  `#view/${app}/objectId/${objectId}/appId/${appId}`,
  `#blade/${app}/Overview/objectId/${objectId}/appId/${appId}`,
  // A part that this portal does not have opens the first that it has.
  `#view/${app}/~/SignOn/objectId/${objectId}/appId/${appId}`,
])('%s leads to the overview', (hash) => {
  expect(readRoute(hash)).toEqual({ blade: 'overview', objectId, appId });
});

test.each([
  `#view/${iam}/StartboardApplicationsMenuBlade/~/AppAppsPreview`,
  `#view/${iam}/StartboardApplicationsMenuBlade/~/AppAppsPreview/menuId~/null`,
  `#blade/${iam}/StartboardApplicationsMenuBlade/AllApps/menuId/`,
  `#@contoso.com/view/${iam}/StartboardApplicationsMenuBlade/~/AppAppsPreview`,
])('%s leads to the list', (hash) => {
  expect(readRoute(hash)).toEqual({ blade: 'applications' });
});

test.each([
  '',
  '#home',
  '#@contoso.com',
  `#view/${iam}/UsersManagementMenuBlade/~/MsGraphUsers`,
  `#view/${app}/~/Permissions/objectId/not-an-id`,
  `#view/${app}/~/Permissions`,
  `#view/Microsoft_AAD_RegisteredApps/ManagedAppMenuBlade/~/Permissions/objectId/${objectId}`,
  `#see/${app}/~/Permissions/objectId/${objectId}`,
])('"%s" leads home', (hash) => {
  expect(readRoute(hash)).toEqual({ blade: 'home' });
});

test('what the portal links to is what it reads', () => {
  expect(readRoute(applicationsLink)).toEqual({ blade: 'applications' });
  expect(readRoute(applicationLink('Overview', objectId, appId))).toEqual({ blade: 'overview', objectId, appId });
  expect(readRoute(applicationLink('Permissions', objectId, appId))).toEqual({ blade: 'permissions', objectId, appId });
});

test.each([
  ['/contoso.com', '#view/x', 'contoso.com'],
  ['/contoso.com/', '#view/x', 'contoso.com'],
  [`/${objectId}`, '#view/x', objectId],
  [`/${objectId}/`, '#view/x', objectId],
  [`/${objectId}`, '#@contoso.com/view/x', objectId],
  ['/', '#@contoso.com/view/x', 'contoso.com'],
  ['/', '#@contoso.com', 'contoso.com'],
  ['/', '#view/x', ''],
])('%s with %s names the tenant "%s"', (path, hash, tenant) => {
  expect(readTenant(path, hash)).toBe(tenant);
});
