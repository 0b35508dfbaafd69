import { posix } from 'node:path';
import { parseSync } from 'vite';
import { read } from './sources.ts';

/** What a file imports, types included: a path of ours from the top of the repository, or a package's name. */
export interface Import {
  readonly ours: boolean;
  readonly to: string;
  /** The names taken from there, as they are called there; none when the file as a whole is. */
  readonly names: readonly string[];
}

/** Every static and dynamic import and re-export of a file. */
export function importsOf(path: string): readonly Import[] {
  const text = read(path);
  const { module } = parseSync(path, text);
  const requests = new Map<string, readonly string[]>();
  const note = (request: string, names: readonly (string | null | undefined)[] = []): void => {
    requests.set(request, [...(requests.get(request) ?? []), ...names.filter((name) => typeof name === 'string')]);
  };
  for (const { moduleRequest, entries } of module.staticImports) {
    note(
      moduleRequest.value,
      entries.map(({ importName }) => importName.name),
    );
  }
  for (const { entries } of module.staticExports) {
    for (const entry of entries) if (entry.moduleRequest) note(entry.moduleRequest.value, [entry.importName.name]);
  }
  for (const { moduleRequest } of module.dynamicImports) {
    for (const request of literal(text.slice(moduleRequest.start, moduleRequest.end))) note(request);
  }
  return [...requests].map(([request, names]) => ({ ...resolve(path, request), names }));
}

const literal = (text: string): readonly string[] => /^['"](?<value>[^'"]+)['"]$/.exec(text)?.slice(1) ?? [];

function resolve(from: string, request: string): Omit<Import, 'names'> {
  if (request.startsWith('.')) return { ours: true, to: posix.join(posix.dirname(from), request.split('?')[0] ?? '') };
  if (request.startsWith('@latchkey/shared/')) {
    return { ours: true, to: `shared/src/${request.slice('@latchkey/shared/'.length)}.ts` };
  }
  return { ours: false, to: packageOf(request) };
}

const packageOf = (request: string): string =>
  request.startsWith('node:') || request.startsWith('#')
    ? request
    : request
        .split('/')
        .slice(0, request.startsWith('@') ? 2 : 1)
        .join('/');
