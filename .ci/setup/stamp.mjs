import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * One hash over the names and the contents of the files that stand at or under the given paths; what does not exist is
 * left out.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to `root`
 * @param {(path: string) => boolean} [matters]
 */
export function hashOf(root, paths, matters = () => true) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((one) => filesUnder(join(root, one))).toSorted()) {
    const name = relative(root, path).replaceAll('\\', '/');
    if (matters(name)) hash.update(`${name}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** @param {string} path @param {string} hash */
export const isStamped = (path, hash) => existsSync(path) && readFileSync(path, 'utf8') === hash;

/** @param {string} path @param {string} hash */
export function stamp(path, hash) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, hash);
}
