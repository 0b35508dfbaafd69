import { posix } from 'node:path';
import { parseSync } from 'vite';
import { read } from './sources.ts';

/** What a file imports, types included: a path of ours from the top of the repository, or a package's name. */
export interface Import {
  readonly ours: boolean;
  readonly to: string;
}

/** Every static and dynamic import and re-export of a file. */
export function importsOf(path: string): readonly Import[] {
  const text = read(path);
  const { module } = parseSync(path, text);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.flatMap(({ moduleRequest }) =>
      literal(text.slice(moduleRequest.start, moduleRequest.end)),
    ),
  ];
  return [...new Set(requests)].map((request) => resolve(path, request));
}

const literal = (text: string): readonly string[] => /^['"](?<value>[^'"]+)['"]$/.exec(text)?.slice(1) ?? [];

function resolve(from: string, request: string): Import {
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
