import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../root.ts';
import { importsOf } from './imports.ts';
import { mayImport, mayUseBrowser } from './may-import.ts';
import { everySource, isTest, linesWith } from './sources.ts';

const inside = (path: string, places: readonly string[]): boolean => places.some((place) => path.startsWith(place));
const settings = (path: string): boolean => /^((shared|server|extension)\/)?[^/]+\.config\.ts$/.test(path);
const shipped = (path: string): boolean =>
  inside(path, ['shared/src/', 'server/src/', 'extension/src/']) && !isTest(path) && !settings(path);

const homes = Object.keys(mayImport).toSorted((one, other) => other.length - one.length);
const homeOf = (path: string): string | undefined => homes.find((home) => path.startsWith(home));
const oursOf = (path: string): readonly string[] => importsOf(path).flatMap(({ ours, to }) => (ours ? [to] : []));

test.each(everySource.filter((path) => !settings(path)))('%s imports only from where it may', (path) => {
  const home = homeOf(path);
  expect(isTest(path) ? path : home, 'a new folder needs a line in .ci/checks/may-import.ts').toBeDefined();
  // A test may also use what stands around it, up to the whole of its own package.
  const around = isTest(path) ? [`${path.split('/')[0]}/`, 'shared/src/'] : [];
  const allowed = [...(home === undefined ? [] : [home, ...(mayImport[home] ?? [])]), ...around];
  expect(oursOf(path).filter((to) => !inside(to, allowed))).toEqual([]);
});

test('nothing that is shipped imports the practice tenant, the walk or a test', () => {
  const forbidden = ['server/sandbox/', 'server/bench/', 'extension/practice/', 'extension/e2e/'];
  const wrong = everySource
    .filter(shipped)
    .flatMap((path) => oursOf(path).flatMap((to) => (inside(to, forbidden) || isTest(to) ? [`${path} → ${to}`] : [])));
  expect(wrong).toEqual([]);
});

test('shared stands on zod alone', () => {
  const used = everySource
    .filter((path) => path.startsWith('shared/src/') && !isTest(path))
    .flatMap((path) => importsOf(path).flatMap(({ ours, to }) => (ours ? [] : [to])));
  expect([...new Set(used)].filter((name) => name !== 'zod')).toEqual([]);
});

/** All files that a program loads, from those that it is started with. */
function loadedFrom(starts: readonly string[]): readonly string[] {
  const loaded = new Set(starts);
  for (const path of loaded) for (const to of oursOf(path)) loaded.add(to);
  return [...loaded];
}

test('what the server loads is installed with it: nothing of it stands among what only its tests need', () => {
  const loaded = loadedFrom(['server/src/main.ts', 'server/src/keys-command.ts']);
  expect(loaded.length).toBeGreaterThan(300);
  const { dependencies } = JSON.parse(readFileSync(join(root, 'server', 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const used = loaded.flatMap((path) => importsOf(path).flatMap(({ ours, to }) => (ours ? [] : [to])));
  const absent = new Set(used.filter((name) => !isBuiltin(name) && !Object.hasOwn(dependencies, name)));
  expect([...absent]).toEqual([]);
});

test('routes change nothing by themselves: at most they read, and a service knows no routes', () => {
  const imports = everySource.filter(shipped).flatMap((path) => importsOf(path).map((one) => ({ path, ...one })));
  const writing = imports.filter(
    ({ path, names }) => path.endsWith('-routes.ts') && names.some((name) => name.endsWith('Repository')),
  );
  const backwards = imports.filter(
    ({ path, to }) => /-(service|repository)\.ts$/.test(path) && to.endsWith('-routes.ts'),
  );
  expect([...writing, ...backwards].map(({ path, to }) => `${path} → ${to}`)).toEqual([]);
});

test('only entrypoints, messaging and session speak to the browser', () => {
  const others = everySource.filter(
    (path) => path.startsWith('extension/src/') && !inside(path, mayUseBrowser) && !isTest(path),
  );
  expect(others.filter((path) => importsOf(path).some(({ to }) => to === 'wxt'))).toEqual([]);
  expect(linesWith(/(?<![\w.'"])(chrome|browser)\.[a-z]+[.(]/, others)).toEqual([]);
});

test('what the extension imports from zod is its small form', () => {
  const bundled = everySource.filter((path) => inside(path, ['shared/src/', 'extension/src/']) && !isTest(path));
  expect(linesWith(/from 'zod'/, bundled), "import * as z from 'zod/mini': the whole of zod is 17 kB more").toEqual([]);
});
