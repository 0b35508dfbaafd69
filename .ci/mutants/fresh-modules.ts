import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../root.ts';

const ours = pathToFileURL(join(root, 'shared', 'src')).href;
const standIn = pathToFileURL(join(root, '.ci/mutants/collected-tests.ts')).href;

/**
 * Lets a test file of `shared` be imported again and again, each time with modules of its own: constants are made when a module is
 * loaded, so a mutant must be there before. `sources` gives the text of a file where it is another than on the disk.
 */
export function openFreshModules(sources: ReadonlyMap<string, string>) {
  const stripped = new Map<string, string>();
  let turn = 0;
  registerHooks({
    resolve(specifier, context, next) {
      if (context.parentURL?.startsWith(ours) !== true && !specifier.startsWith(ours)) return next(specifier, context);
      if (specifier === 'vitest') return { url: standIn, shortCircuit: true };
      const resolved = next(specifier, context);
      return resolved.url.startsWith(ours) ? { ...resolved, url: `${resolved.url.split('?')[0]}?${turn}` } : resolved;
    },
    load(url, context, next) {
      if (!url.startsWith(ours)) return next(url, context);
      const path = fileURLToPath(url.split('?')[0] ?? url);
      const source = stripped.get(path) ?? stripTypeScriptTypes(sources.get(path) ?? readFileSync(path, 'utf8'));
      stripped.set(path, source);
      return { format: 'module', source, shortCircuit: true };
    },
  });
  return async (path: string): Promise<void> => {
    turn += 1;
    await import(`${pathToFileURL(path).href}?${turn}`);
  };
}
