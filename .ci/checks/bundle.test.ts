import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../root.ts';

const output = join(root, 'extension', '.output', 'chrome-mv3');
const isBuilt = existsSync(join(output, 'manifest.json'));
const unbuilt = 'needs the built extension: npm run build';

const filesOf = (extension: string): readonly string[] =>
  readdirSync(output, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(extension));

/** All scripts that a page or a script loads by itself, followed through their imports. */
function loadedBy(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || !existsSync(join(output, name))) return;
    seen.add(name);
    const text = readFileSync(join(output, name), 'utf8');
    const named = [...text.matchAll(/["'](?:[./]*)((?:chunks|assets|content-scripts)\/[\w.-]+\.js|[\w.-]+\.js)["']/g)];
    for (const [, to = ''] of named) for (const path of [to, `chunks/${to}`]) visit(path);
  };
  visit(entry);
  return seen;
}

/** A sentence that only msal-browser carries: its product name in the telemetry that it sends. */
const isMsal = (name: string): boolean =>
  name.endsWith('.js') && readFileSync(join(output, name), 'utf8').includes('msal.js.browser');

describe('the built extension', () => {
  test('loads the sign-in library on the sign-in page and nowhere else', ({ skip }) => {
    if (!isBuilt) skip(unbuilt);
    const entries = [
      ...filesOf('.html'),
      'background.js',
      ...filesOf('.js').filter((name) => name.startsWith('content-scripts/')),
    ];
    const loading = entries.filter((entry) => [...loadedBy(entry)].some(isMsal));
    expect(loading).toEqual(['sign-in.html']);
  });

  test('asks for the permissions that are written down, and no more', ({ skip }) => {
    if (!isBuilt) skip(unbuilt);
    const manifest = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')) as Record<string, unknown>;
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
    expect(JSON.stringify(manifest.host_permissions ?? [])).not.toMatch(
      /login\.microsoftonline|<all_urls>|\*:\/\/|https:\/\/\*\/\*/,
    );
    expect(JSON.stringify(manifest.content_scripts ?? [])).not.toMatch(
      /login\.microsoftonline|<all_urls>|https?:\/\/\*\/\*/,
    );
  });
});
