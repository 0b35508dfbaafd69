import type * as z from 'zod/mini';
import type { Endpoint } from '@latchkey/shared/api/endpoint';
import type { ErrorCode } from '@latchkey/shared/errors/catalogue';
import type { HttpContext } from './context.ts';

interface WrongField {
  readonly path: string;
  readonly code: string;
}

/** A request that was read, or why it was not. */
export type ReadRequest =
  | {
      readonly ok: true;
      readonly params: unknown;
      readonly query: unknown;
      readonly body: unknown;
      readonly text: string;
    }
  | { readonly ok: false; readonly code: ErrorCode; readonly fields?: readonly WrongField[] };

const deepest = 12;

/** Reads params, query and body as the endpoint declares them. Unknown keys, doubled keys and bodies that nobody asked for are refused. */
export async function readRequest(endpoint: Endpoint, c: HttpContext): Promise<ReadRequest> {
  const query = queryOf(c);
  if (query === undefined) return { ok: false, code: 'request_invalid', fields: [{ path: 'query', code: 'doubled' }] };
  const body = await bodyOf(endpoint, c);
  if (!body.ok) return body;
  if ([query, body.value].some(hasStrangeText)) {
    return { ok: false, code: 'request_invalid', fields: [{ path: 'text', code: 'not_text' }] };
  }
  const parts = [
    ['params', endpoint.params, c.req.param()],
    ['query', endpoint.query, query],
    ['body', endpoint.body, body.value],
  ] as const;
  const parsed = parts.map(([name, schema, value]) => parsePart(name, schema, value));
  const fields = parsed.flatMap((part) => part.fields);
  if (fields.length > 0) return { ok: false, code: 'request_invalid', fields };
  const [params, queryPart, bodyPart] = parsed;
  return { ok: true, params: params?.value, query: queryPart?.value, body: bodyPart?.value, text: body.text };
}

/** Without a schema a part must be empty. */
function parsePart(name: string, schema: z.ZodMiniType | undefined, value: unknown) {
  if (schema === undefined) {
    const isEmpty = value === undefined || (isObject(value) && Object.keys(value).length === 0);
    return { value: undefined, fields: isEmpty ? [] : [{ path: name, code: 'unexpected' }] };
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return { value: data, fields: [] };
  return { value: undefined, fields: error.issues.slice(0, 20).flatMap((issue) => wrongFields(name, issue)) };
}

/** Where it is wrong and in what way; never the value. A key that we do not know is named, cut short. */
function wrongFields(part: string, issue: z.core.$ZodIssue): readonly WrongField[] {
  const path = [part, ...issue.path.map(String)].join('.').slice(0, 120);
  if (issue.code !== 'unrecognized_keys') return [{ path, code: issue.code }];
  return issue.keys.slice(0, 5).map((key) => ({ path: `${path}.${printable(key)}`, code: 'unknown' }));
}

const printable = (key: string): string => key.replace(/[^\w-]/g, '?').slice(0, 40);

/** The query with each key once; undefined when one stands twice. */
function queryOf(c: HttpContext): Record<string, string> | undefined {
  const pairs = [...new URL(c.req.url).searchParams];
  return new Set(pairs.map(([key]) => key)).size === pairs.length ? Object.fromEntries(pairs) : undefined;
}

type ReadBody =
  | { readonly ok: true; readonly value: unknown; readonly text: string }
  | { readonly ok: false; readonly code: ErrorCode };

async function bodyOf(endpoint: Endpoint, c: HttpContext): Promise<ReadBody> {
  if (endpoint.method === 'GET') return { ok: true, value: undefined, text: '' };
  const text = await c.req.text();
  if (text === '' && mayBeEmpty(endpoint)) return { ok: true, value: undefined, text };
  if (!/^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(c.req.header('content-type') ?? '')) {
    return { ok: false, code: 'request_type_unsupported' };
  }
  const value = parseJson(text);
  return value.ok && !isDeeper(value.value, deepest) ? { ...value, text } : { ok: false, code: 'request_not_json' };
}

const mayBeEmpty = ({ body }: Endpoint): boolean => body === undefined || body.safeParse(undefined).success;

function parseJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isDeeper = (value: unknown, levels: number): boolean =>
  isObject(value) && (levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1)));

/** A zero character or half of a pair: no database keeps them alike, no person types them. */
const hasStrangeText = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0') || !value.isWellFormed()
    : isObject(value) && Object.entries(value).some((entry) => entry.some(hasStrangeText));
