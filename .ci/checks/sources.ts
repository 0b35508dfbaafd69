import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

const made = ['node_modules', '.output', '.wxt', '.git', '.practice', 'coverage'];

/** Every file of the repository that somebody wrote, by its path from the top, with `/` on every machine. */
export const everyFile: readonly string[] = ['*', '{.ci,docs,shared,server,extension}/**/*']
  .flatMap((pattern) =>
    globSync(pattern, { cwd: root, withFileTypes: true, exclude: (entry) => made.includes(entry.name) }),
  )
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  )
  .toSorted();

/** The TypeScript that we wrote, tests included. */
export const everySource: readonly string[] = everyFile.filter((path) => /\.(ts|tsx|mjs)$/.test(path));

/** Tests, and what only tests use: contracts, samples, temporary stores. Nothing of it is shipped. */
export const isTest = (path: string): boolean =>
  /\.(test|contract)\.tsx?$|\/(testing|samples)\/|\/(temporary-[\w-]+|[\w-]+-samples|gallery)\.ts$/.test(path) ||
  path.startsWith('extension/e2e/');

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Where a text stands, as `path:line`, so that a failure can be clicked. */
export function linesWith(pattern: RegExp, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
