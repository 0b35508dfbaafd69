import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';
import { expect, test } from 'vitest';
import { isBladeHost, portalHosts } from './portal-hosts.ts';

test('the hosts of the portals are those of the clouds', () => {
  const hosts = microsoftClouds.flatMap(({ portal, entra }) =>
    [portal, entra].map(({ browser }) => new URL(browser).host),
  );
  expect(portalHosts).toEqual([...new Set(hosts)]);
});

test('each host below a blade site of a cloud is a blade host, and the site itself is none', () => {
  const sites = microsoftClouds.flatMap((cloud): readonly string[] => cloud.bladeHosts);
  expect(sites.length).toBeGreaterThan(0);
  for (const site of sites) {
    const below = site.replace('*.', 'sandbox-22-5.');
    expect(isBladeHost(below), below).toBe(true);
    expect(isBladeHost(site.replace('*.', '')), site).toBe(false);
  }
});

test.each([
  'evilreactblade.portal.azure.net',
  'sandbox-1.reactblade.portal.azure.net.evil.example',
  'sandbox-1.reactblade.portal.azure.net:8443',
  'hosting.portal.azure.net',
  '',
])('%s is no blade host', (host) => {
  expect(isBladeHost(host)).toBe(false);
});
