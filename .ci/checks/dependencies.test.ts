import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { everySource, isTest, read } from './sources.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifests = ['package.json', 'shared/package.json', 'server/package.json', 'extension/package.json'];
const manifestOf = (path: string): Manifest => JSON.parse(read(path)) as Manifest;
const lockfile = read('pnpm-lock.yaml');

test.each(manifests)('%s names exact versions, or our own packages', (path) => {
  const { dependencies = {}, devDependencies = {} } = manifestOf(path);
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name, version]) => !(name.startsWith('@latchkey/') ? version === 'workspace:*' : /^\d+\.\d+\.\d+$/.test(version)),
  );
  expect(loose).toEqual([]);
});

test('every package of the lockfile is known by its sha512, and none comes from anywhere but the registry', () => {
  const resolutions = lockfile.split('\n').filter((line) => line.trim().startsWith('resolution:'));
  expect(resolutions.length).toBeGreaterThan(100);
  expect(resolutions.filter((line) => !/^ +resolution: \{integrity: sha512-[\w+/]+=*\}$/.test(line))).toEqual([]);
  expect(lockfile.match(/(@|version: )(git\+|git:|https?:|github:|file:)\S*|tarball:\S*/g) ?? []).toEqual([]);
});

test('no package but `node` may run a script when it is installed', () => {
  const allowed = /^allowBuilds:\n(?<list>(?: {2}\S.*\n)*)/m.exec(read('pnpm-workspace.yaml'))?.groups?.list;
  expect(allowed).toBe('  node: true\n');
});

/** Latchkey was asked for on these; each is really used, in what is shipped (vitest: in its tests). */
test.each([
  ['wxt', 'extension/src/'],
  ['preact', 'extension/src/'],
  ['@azure/msal-browser', 'extension/src/'],
  ['hono', 'server/src/'],
  ['@hono/node-server', 'server/src/'],
  ['@microsoft/microsoft-graph-client', 'server/src/'],
  ['unstorage', 'server/src/'],
])('%s is used in %s', (name, place) => {
  const users = everySource.filter((path) => path.startsWith(place) && !isTest(path));
  expect(users.filter((path) => importsOf(path).some(({ to }) => to === name))).not.toEqual([]);
});

test.each(['shared/src/', 'server/src/', 'extension/src/'])('%s is tested with vitest', (place) => {
  const tests = everySource.filter((path) => path.startsWith(place) && isTest(path));
  expect(tests.filter((path) => importsOf(path).some(({ to }) => to === 'vitest'))).not.toEqual([]);
});

test('ARCHITECTURE.md says of each package what it is there for, and of none that is gone', () => {
  const told = [...read('ARCHITECTURE.md').matchAll(/^\| (?<packages>`[^|]+`) +\|/gm)]
    .flatMap(({ groups }) => [...(groups?.packages ?? '').matchAll(/`(?<name>[^`]+)`/g)])
    .map(({ groups }) => groups?.name);
  const used = manifests.map(manifestOf).flatMap((one) => Object.keys({ ...one.dependencies, ...one.devDependencies }));
  const theirs = [...new Set(used)].filter((name) => !name.startsWith('@latchkey/'));
  expect(told.toSorted()).toEqual(theirs.toSorted());
});
