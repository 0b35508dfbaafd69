import { describe, expect, test } from 'vitest';
import { Cloud, CloudsFile, originOf } from './cloud.ts';
import { microsoftClouds } from './microsoft-clouds.ts';
import { enterpriseApplicationsLink, permissionsBladeLink } from './portal-links.ts';

test.each(microsoftClouds)('$name is a cloud in which both sides meet the same https host', (cloud) => {
  expect(Cloud.safeParse(cloud).success).toBe(true);
  for (const endpoint of [cloud.login, cloud.graph, cloud.portal, cloud.entra]) {
    expect(endpoint.browser).toBe(endpoint.server);
    expect(originOf(endpoint, 'server')).toMatch(/^https:/);
  }
});

test('the keys of the clouds differ', () => {
  expect(new Set(microsoftClouds.map(({ key }) => key)).size).toBe(microsoftClouds.length);
});

describe('a clouds file', () => {
  const practice = { ...microsoftClouds[0], key: 'practice', bladeHosts: [] };

  test('may name further clouds', () => {
    expect(CloudsFile.safeParse({ clouds: [practice] }).success).toBe(true);
  });

  test.each([
    ['no cloud', { clouds: [] }],
    ['an unknown key', { clouds: [{ ...practice, sandbox: true }] }],
    ['a key with a capital', { clouds: [{ ...practice, key: 'Practice' }] }],
    ['an address that is none', { clouds: [{ ...practice, login: { browser: 'login', server: 'login' } }] }],
  ])('with %s is refused', (_, file) => {
    expect(CloudsFile.safeParse(file).success).toBe(false);
  });
});

test('an origin has no slash and no path', () => {
  expect(originOf({ browser: 'https://login.example/', server: 'http://127.0.0.1:99/x' }, 'server')).toBe(
    'http://127.0.0.1:99',
  );
});

test('links to the portal name the tenant', () => {
  const ids = { tenantId: 'the-tenant', objectId: 'the-object', appId: 'the-app' };
  expect(permissionsBladeLink(microsoftClouds[0], ids)).toBe(
    'https://entra.microsoft.com/the-tenant/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/the-object/appId/the-app',
  );
  expect(permissionsBladeLink(microsoftClouds[0], ids, 'portal')).toBe(
    'https://portal.azure.com/the-tenant/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/the-object/appId/the-app',
  );
  expect(enterpriseApplicationsLink(microsoftClouds[0], 'the-tenant')).toBe(
    'https://entra.microsoft.com/the-tenant/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview',
  );
});
