import { parseSync } from 'vite';
import { read } from './sources.ts';

/** A regular expression of ours, and where it stands. */
export interface Regex {
  readonly source: string;
  readonly flags: string;
  readonly at: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** What a name stands for in a pattern when only the running program knows it: an ordinary word. */
const anyWord = 'word';

/** Every regular expression of a file: the literals, and what is handed to `RegExp` as text with constants in it. */
export function regexesOf(path: string, text: string = read(path)): readonly Regex[] {
  if (!text.includes('/') && !text.includes('RegExp')) return [];
  const nodes = [...nodesIn(parseSync(path, text).program)];
  const constants = new Map<string, Node>();
  for (const { type, id, init } of nodes) {
    if (type === 'VariableDeclarator' && isNode(id) && isNode(init)) constants.set(String(id['name']), init);
  }
  return nodes.flatMap((node): readonly Regex[] => {
    const at = `${path}:${text.slice(0, node.start).split('\n').length}`;
    const { regex } = node as { regex?: { readonly pattern: string; readonly flags: string } };
    if (node.type === 'Literal' && regex) return [{ source: regex.pattern, flags: regex.flags, at }];
    if (!isMakingOne(node)) return [];
    const [pattern, flags] = node['arguments'] as readonly (Node | undefined)[];
    return [{ source: textOf(pattern, constants), flags: textOf(flags, constants), at }];
  });
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

function* nodesIn(value: unknown): Generator<Node> {
  if (isNode(value)) yield value;
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  for (const inner of Object.values(value)) yield* nodesIn(inner);
}

const isMakingOne = ({ type, callee }: Node): boolean =>
  (type === 'NewExpression' || type === 'CallExpression') && isNode(callee) && callee['name'] === 'RegExp';

/** The text that a node comes to, as far as the file alone says it. */
function textOf(node: Node | undefined, constants: ReadonlyMap<string, Node>): string {
  if (node === undefined) return '';
  if (node.type === 'Literal') return String(node['value']);
  if (node.type === 'Identifier') {
    const constant = constants.get(String(node['name']));
    return constant === undefined ? anyWord : textOf(constant, constants);
  }
  // `String.raw` has its text as it is written, any other template as it is meant.
  if (node.type === 'TaggedTemplateExpression') return pieces(node['quasi'] as Node, 'raw', constants);
  return node.type === 'TemplateLiteral' ? pieces(node, 'cooked', constants) : anyWord;
}

function pieces(template: Node, kind: 'raw' | 'cooked', constants: ReadonlyMap<string, Node>): string {
  const quasis = template['quasis'] as readonly { readonly value: { readonly raw: string; readonly cooked: string } }[];
  const between = template['expressions'] as readonly Node[];
  return quasis.map(({ value }, index) => value[kind] + textOf(between[index], constants)).join('');
}
