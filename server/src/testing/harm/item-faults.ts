import type { AnswerFault } from './answer-faults.ts';

/** One answer inside a batch. */
export interface Item {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What makes of one answer in a batch another one, several, or none. */
export interface ItemFault {
  readonly name: string;
  readonly kind: AnswerFault['kind'];
  readonly harm: (item: Item, secrets: readonly string[]) => readonly Item[];
}

type Fields = Readonly<Record<string, unknown>>;

const status = (code: number): ItemFault => ({
  name: `status ${code}`,
  kind: 'status',
  harm: (item) => [{ ...item, status: code, body: { error: { code: 'Fault', message: 'm' } } }],
});

const goodBody = (code: number): ItemFault => ({
  name: `status ${code} over a good body`,
  kind: 'status',
  harm: (item) => [{ ...item, status: code }],
});

const body = (name: string, kind: ItemFault['kind'], change: (body: Fields) => unknown): ItemFault => ({
  name,
  kind,
  harm: (item) => [{ ...item, body: change((item.body ?? {}) as Fields) }],
});

/** The same change to each thing in a list, or to the one thing that there is. */
const things = (name: string, kind: ItemFault['kind'], change: (thing: Fields) => unknown): ItemFault =>
  body(name, kind, (all) =>
    Array.isArray(all['value']) ? { ...all, value: all['value'].map((thing) => change(thing as Fields)) } : change(all),
  );

/** Every text below, changed. */
function texts(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => texts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, texts(one, change)]));
}

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const another = '7c1a2b3c-0000-4000-8000-00000000dead';

/** Faults that hit one answer of a batch. */
export const itemFaults: readonly ItemFault[] = [
  ...[400, 401, 402, 403, 404, 409, 410, 424, 429, 500, 503, 504].map(status),
  ...[201, 202, 207, 302, 403, 500].map(goodBody),
  { name: 'not there', kind: 'shape', harm: () => [] },
  { name: 'under another name', kind: 'identity', harm: (item) => [{ ...item, id: `${item.id}x` }] },
  { name: 'twice, and not the same', kind: 'identity', harm: (item) => [item, { ...item, status: 403, body: {} }] },
  { name: 'a status that is a text', kind: 'shape', harm: (item) => [{ ...item, status: '200' as unknown as number }] },
  body('no body', 'shape', () => undefined),
  body('null', 'shape', () => null),
  body('a text', 'shape', () => 'ok'),
  body('HTML', 'shape', () => '<!doctype html><title>Sign in</title>'),
  body('an empty object', 'shape', () => ({})),
  body('in a list', 'shape', (all) => [all]),
  body('the answer as a text', 'encoding', (all) => JSON.stringify(all)),
  body('base64', 'encoding', (all) => Buffer.from(JSON.stringify(all)).toString('base64')),
  body('an error under a good status', 'content', () => ({ error: { code: 'Fault', message: 'm' } })),
  body('a list that is null', 'content', (all) => ({ ...without(all), value: null })),
  body('a list that is an object', 'content', (all) => ({ ...without(all), value: {} })),
  body('an empty list', 'content', (all) => ({ ...without(all), value: [] })),
  body('a list of nothings', 'content', (all) => ({ ...without(all), value: [null] })),
  things('every text a number', 'content', (thing) => texts(thing, () => 7)),
  things('every text empty', 'content', (thing) => texts(thing, () => '')),
  things('every text with something that nobody sees', 'encoding', (thing) => texts(thing, (text) => `\u200b${text}`)),
  things('every id another', 'identity', (thing) => texts(thing, (text) => text.replaceAll(guid, another))),
  things('its own id another', 'identity', (thing) => ({ ...thing, id: another })),
  things('switched off', 'content', (thing) => flags(thing)),
  body('a next page at a stranger’s', 'identity', (all) => ({
    ...all,
    '@odata.nextLink': 'https://graph.microsoft.com.attacker.example/v1.0/next',
  })),
  body('a next page that is not there', 'content', (all) => ({
    ...all,
    '@odata.nextLink': 'https://graph.microsoft.com/v1.0/servicePrincipals/none/oauth2PermissionGrants?$skiptoken=1',
  })),
  body('a next page that is a number', 'shape', (all) => ({ ...all, '@odata.nextLink': 7 })),
  {
    name: 'what was sent, as the error',
    kind: 'content',
    harm: (item, secrets) => [
      {
        ...item,
        status: 403,
        headers: { 'request-id': secrets[0] ?? '' },
        body: { error: { code: secrets[0], message: secrets.join(' '), innerError: { 'request-id': secrets[1] } } },
      },
    ],
  },
];

/** The answer without what it listed or said: only its frame stays. */
const without = (all: Fields): Fields => Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('@')));

/** Every yes a no, at every depth. */
function flags(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.map(flags);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, flags(one)]));
}
