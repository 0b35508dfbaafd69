import type { Plugin } from 'vite';

/** What a client needs of an endpoint at run time; the rest is read by the server, by the description of the API and by types. */
const kept = new Set(['method', 'path', 'status', 'response']);

/** The parts of a syntax tree that we look at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly { readonly properties?: readonly Property[] }[];
}

interface Property {
  readonly start: number;
  readonly end: number;
  readonly key?: { readonly name?: string };
}

/** Leaves out of the extension what only the server reads of an endpoint: who may call it, its errors, its line in the audit. */
export const endpointsForClients = (): Plugin => ({
  name: 'latchkey:endpoints-for-clients',
  apply: 'build',
  transform: {
    filter: { id: /\/shared\/src\/api\/[\w-]+\.ts$/, code: 'defineEndpoint({' },
    handler(code) {
      return { code: withoutServerParts(code, this.parse(code)), map: null };
    },
  },
});

/** Blanks the parts, each with the comma behind it, so that everything else stays where it is. */
export function withoutServerParts(code: string, tree: unknown): string {
  let text = code;
  const parts = callsIn(tree).flatMap((call) => call.arguments?.flatMap(({ properties = [] }) => properties) ?? []);
  for (const { start, end, key } of parts) {
    if (key?.name === undefined || kept.has(key.name)) continue;
    const part = code.slice(start, end) + (/^\s*,/.exec(code.slice(end))?.[0] ?? '');
    text = text.slice(0, start) + part.replaceAll(/[^\n]/g, ' ') + text.slice(start + part.length);
  }
  return text;
}

function callsIn(tree: unknown): readonly Node[] {
  if (Array.isArray(tree)) return tree.flatMap(callsIn);
  if (typeof tree !== 'object' || tree === null) return [];
  const node = tree as Node;
  if (node.type === 'CallExpression' && node.callee?.name === 'defineEndpoint') return [node];
  return Object.values(node).flatMap(callsIn);
}
