import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { node24, root } from './places.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';
import { Stop } from './stop.mjs';

const whatDecides = [
  'extension/src',
  'extension/public',
  'extension/wxt.config.ts',
  'extension/package.json',
  'extension/tsconfig.json',
  'shared/src',
  'shared/package.json',
  'pnpm-lock.yaml',
];

/** @param {string} path */
const isNoTest = (path) => !/\.test\.tsx?$/.test(path);

/**
 * Builds the extension for Chromium as it would be shipped, unless the sources are those of the last build.
 *
 * @param {string} [from] the checkout to build in; its node_modules must be there
 */
export async function buildExtension(from = root) {
  const hash = hashOf(from, whatDecides, isNoTest);
  const output = join(from, 'extension', '.output');
  const stampPath = join(output, 'chrome-mv3.stamp');
  if (isStamped(stampPath, hash) && existsSync(join(output, 'chrome-mv3', 'manifest.json'))) return;
  const code = await runQuietly(node24, ['node_modules/wxt/bin/wxt.mjs', 'build'], { cwd: join(from, 'extension') });
  if (code !== 0) throw new Stop('The extension could not be built; the reason stands above.');
  stamp(stampPath, hash);
}
