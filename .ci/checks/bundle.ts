import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** Where the build for Chromium stands. */
export const output: string = join(root, 'extension', '.output', 'chrome-mv3');

export const isBuilt = (): boolean => existsSync(join(output, 'manifest.json'));

/** Every file of the build with this ending, by its path from the build's top. */
export const builtFiles = (ending: string): readonly string[] =>
  readdirSync(output, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending));

export const readBuilt = (name: string): string => readFileSync(join(output, name), 'utf8');

/** All scripts that a page or a script loads, by itself or when it first needs them, followed through their imports. */
export const scriptsOf = (entry: string): readonly string[] => follow(entry, mentions);

/** The scripts that a page loads to open: what it imports by name, and what that imports. */
export const openingScriptsOf = (entry: string): readonly string[] => follow(entry, imports);

/** The scripts that a page loads when it first needs them. */
export function laterScriptsOf(entry: string): readonly string[] {
  const opening = new Set(openingScriptsOf(entry));
  return scriptsOf(entry).filter((name) => !opening.has(name));
}

function follow(entry: string, needs: (text: string, script: string) => boolean): readonly string[] {
  const every = builtFiles('.js');
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = readBuilt(name);
    for (const script of every) if (needs(text, script)) visit(script);
  };
  visit(entry);
  return [...seen].filter((name) => name.endsWith('.js'));
}

/** Names of chunks carry a hash, so a file that has the name in quotes loads it. */
const mentions = (text: string, script: string): boolean => {
  const name = script.split('/').at(-1) ?? script;
  return ['"', "'", '`'].some((quote) => text.includes(`/${name}${quote}`));
};

/** As `mentions`, but for `import('...')`, which loads later. */
const imports = (text: string, script: string): boolean =>
  mentions(text.replaceAll(/\bimport\(\s*["'`][^"'`]+["'`]\s*\)/g, ''), script);
