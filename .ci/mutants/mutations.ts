import { parseSync } from 'vite';

/** One small thing said differently: the text from `start` to `end` reads `instead`. */
export interface Mutation {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [property: string]: unknown;
}

const others: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&&': ['||'],
  '||': ['&&'],
};

const otherCalls: Readonly<Record<string, string>> = { some: 'every', every: 'some' };

/** Types, imports and names are not what a program does. */
const silent = (type: string): boolean =>
  type.startsWith('TS') || type.startsWith('Import') || type.startsWith('Export');
const keepsExpression: readonly string[] = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'];

/** Every mutation of a source, in the order in which they stand. */
export function mutationsOf(path: string, source: string): readonly Mutation[] {
  const { program } = parseSync(path, source);
  const found: Mutation[] = [];
  const text = ({ start, end }: Node): string => source.slice(start, end);
  const say = ({ start, end }: Node, instead: string): void => void found.push({ start, end, instead });

  function look(node: Node): void {
    mutate(node);
    for (const [name, child] of Object.entries(node)) {
      if (isName(node, name)) continue;
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) enter(one);
    }
  }

  function enter(node: Node): void {
    if (keepsExpression.includes(node.type)) enter(node['expression'] as Node);
    else if (node.type.startsWith('Export') && isNode(node['declaration'])) look(node['declaration']);
    else if (!silent(node.type)) look(node);
  }

  function mutate(node: Node): void {
    const { type } = node;
    if (type === 'BinaryExpression' || type === 'LogicalExpression') {
      const [left, right] = [node['left'] as Node, node['right'] as Node];
      const operator = String(node['operator']);
      for (const other of others[operator] ?? []) say(node, `${text(left)} ${other} ${text(right)}`);
      if (operator === '??' || operator === '&&' || operator === '||') say(node, text(left));
    }
    if (type === 'ConditionalExpression') {
      say(node, text(node['consequent'] as Node));
      say(node, text(node['alternate'] as Node));
    }
    if (type === 'IfStatement') for (const answer of ['true', 'false']) say(node['test'] as Node, answer);
    if (type === 'UnaryExpression' && node['operator'] === '!') say(node, text(node['argument'] as Node));
    if (type === 'Literal') mutateLiteral(node);
    if (type === 'ArrayExpression' && (node['elements'] as readonly unknown[]).length > 0) say(node, '[]');
    if (type === 'CallExpression') mutateCall(node);
  }

  function mutateLiteral(node: Node): void {
    const { value } = node as unknown as { value: unknown };
    if (typeof value === 'boolean') say(node, String(!value));
    if (typeof value === 'number') say(node, String(value + 1));
    if (typeof value === 'string') say(node, value === '' ? "'mutated'" : "''");
  }

  function mutateCall(node: Node): void {
    const callee = node['callee'] as Node;
    if (callee.type !== 'MemberExpression') return;
    const [object, property] = [callee['object'] as Node, callee['property'] as Node];
    const name = String(property['name']);
    const given = source.slice(callee.end, node.end);
    if (Object.hasOwn(otherCalls, name)) say(node, `${text(object)}.${otherCalls[name]}${given}`);
    if (name === 'filter' || name === 'toSorted' || name === 'toLowerCase') say(node, text(object));
  }

  for (const statement of program.body as unknown as readonly Node[]) enter(statement);
  return found;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The key of a property, the name behind a dot. */
const isName = (node: Node, child: string): boolean =>
  (node.type === 'Property' && child === 'key' && node['computed'] === false) ||
  (node.type === 'MemberExpression' && child === 'property' && node['computed'] === false);

/**
 * The source with all its mutations in it, each behind a switch: `globalThis.mutant` says which one is on. `first` is the number of the
 * first; what carries none is as it was.
 */
export function withSwitches(source: string, mutations: readonly Mutation[], first: number): string {
  const numbered = mutations.map((mutation, place) => ({ ...mutation, number: first + place }));
  const places = [...Map.groupBy(numbered, ({ start, end }) => `${start} ${end}`).values()]
    .map((here): Place => ({
      start: here[0]?.start ?? 0,
      end: here[0]?.end ?? 0,
      switched: here.map(({ number, instead }) => `globalThis.mutant===${number}?(${instead}):`).join(''),
    }))
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
  return write(source, 0, source.length, places);
}

/** A stretch of text, and what may stand there in its place. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly switched: string;
}

/** The text from `from` to `to` with its switches; those inside of one another are written from the outside in. */
function write(source: string, from: number, to: number, places: readonly Place[]): string {
  const [here, ...later] = places;
  if (here === undefined) return source.slice(from, to);
  const { start, end, switched } = here;
  const inside = later.filter((one) => one.end <= end);
  const after = later.filter((one) => one.start >= end);
  const original = write(source, start, end, inside);
  return `${source.slice(from, start)}(${switched}(${original}))${write(source, end, to, after)}`;
}
