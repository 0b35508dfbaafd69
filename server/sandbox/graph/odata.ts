import { graphError, type GraphIds, type GraphReply } from './reply.ts';

const origin = 'https://graph.microsoft.com/v1.0';
const pageSize = 100;

type Item = Readonly<Record<string, unknown>>;

/** What a list or an item is called in `@odata.context`, and what its items are in an error. */
export interface Shape {
  readonly context: string;
  readonly type: string;
}

/** Keeps the selected properties; a property that the type does not have is an error, as at Microsoft. */
function select(item: Item, query: URLSearchParams): Item | { readonly unknown: string } {
  const names = query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  if (!names) return item;
  const unknown = names.find((name) => !(name in item));
  if (unknown !== undefined) return { unknown };
  const entries = Object.entries(item).filter(([key]) => names.includes(key) || key.startsWith('@odata.'));
  return Object.fromEntries(entries);
}

const isUnknown = (item: Item): item is { unknown: string } => 'unknown' in item;

const notAProperty = (name: string, type: string, ids: GraphIds): GraphReply =>
  graphError(
    400,
    'BadRequest',
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
    ids,
  );

const contextOf = (shape: Shape, query: URLSearchParams, single: boolean): string => {
  const chosen = query.get('$select');
  return `${origin}/$metadata#${shape.context}${chosen === null ? '' : `(${chosen})`}${single ? '/$entity' : ''}`;
};

/** One item. */
export function oneItem(item: Item, shape: Shape, query: URLSearchParams, ids: GraphIds): GraphReply {
  const chosen = select(item, query);
  if (isUnknown(chosen)) return notAProperty(chosen.unknown, shape.type, ids);
  return { status: 200, body: { '@odata.context': contextOf(shape, query, true), ...chosen } };
}

/** A list, a page at a time. `path` is where the next page is. */
export function manyItems(
  items: readonly Item[],
  shape: Shape,
  path: string,
  query: URLSearchParams,
  ids: GraphIds,
): GraphReply {
  const chosen = items.map((item) => select(item, query));
  const wrong = chosen.find(isUnknown);
  if (wrong) return notAProperty(wrong.unknown, shape.type, ids);
  const top = Math.min(Math.max(Number(query.get('$top') ?? pageSize) || pageSize, 1), 999);
  const from = Number(query.get('$skiptoken') ?? 0) || 0;
  const next = new URLSearchParams(query);
  next.set('$skiptoken', String(from + top));
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(shape, query, false),
      ...(from + top < items.length && { '@odata.nextLink': `${origin}${path}?${next}` }),
      value: chosen.slice(from, from + top),
    },
  };
}

/** `name eq 'value'`, the one filter that is understood; undefined if there is none, null if it is another. */
export function equalsFilter(
  query: URLSearchParams,
  names: readonly string[],
): readonly [string, string] | null | undefined {
  const filter = query.get('$filter');
  if (filter === null) return undefined;
  const [, name = '', value = ''] = /^\s*(\w+) eq '([^']*)'\s*$/.exec(filter) ?? [];
  return names.includes(name) ? [name, value] : null;
}
