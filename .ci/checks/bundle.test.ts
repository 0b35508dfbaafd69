import { describe, expect, test } from 'vitest';
import { builtFiles, isBuilt, readBuilt, scriptsOf } from './bundle.ts';

const unbuilt = 'needs the built extension: npm run build';

/** A sentence that only msal-browser carries: its product name in the telemetry that it sends. */
const isMsal = (name: string): boolean => readBuilt(name).includes('msal.js.browser');

describe('the built extension', () => {
  test('loads the sign-in library on the sign-in page and nowhere else', ({ skip }) => {
    if (!isBuilt()) skip(unbuilt);
    const entries = [
      ...builtFiles('.html'),
      'background.js',
      ...builtFiles('.js').filter((name) => name.startsWith('content-scripts/')),
    ];
    const loading = entries.filter((entry) => scriptsOf(entry).some(isMsal));
    expect(loading).toEqual(['sign-in.html']);
  });

  test('asks for the permissions that are written down, and no more', ({ skip }) => {
    if (!isBuilt()) skip(unbuilt);
    const manifest = JSON.parse(readBuilt('manifest.json')) as Record<string, unknown>;
    expect(manifest.manifest_version).toBe(3);
    const documented = [
      'storage',
      'identity',
      'alarms',
      'scripting',
      'sidePanel',
      'activeTab',
      'contextMenus',
      'notifications',
    ];
    expect((manifest.permissions as string[]).filter((name) => !documented.includes(name))).toEqual([]);
    const hosts = [
      'https://portal.azure.com/*',
      'https://entra.microsoft.com/*',
      'https://*.reactblade.portal.azure.net/*',
    ];
    const scripts = (manifest.content_scripts ?? []) as readonly { readonly matches: readonly string[] }[];
    const reached = [...((manifest.host_permissions ?? []) as string[]), ...scripts.flatMap(({ matches }) => matches)];
    expect(reached.filter((host) => !hosts.includes(host))).toEqual([]);
  });
});
