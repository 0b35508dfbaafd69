import { gzipSync } from 'node:zlib';

/** One answer over the wire, whole. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** What makes of a good answer another one, or none. */
export interface AnswerFault {
  readonly name: string;
  readonly kind: 'status' | 'shape' | 'timing' | 'content' | 'identity' | 'encoding';
  readonly harm: (answer: WireAnswer, secrets: readonly string[]) => WireAnswer | Error;
}

const status = (code: number, headers: Readonly<Record<string, string>> = {}): AnswerFault => ({
  name: `status ${code}`,
  kind: 'status',
  harm: (answer) => ({
    status: code,
    headers: { ...answer.headers, ...headers },
    body: JSON.stringify({ error: { code: 'Fault', message: 'm' } }),
  }),
});

/** The good body under a bad status: whoever looks at the body alone believes it. */
const goodBody = (code: number): AnswerFault => ({
  name: `status ${code} over a good body`,
  kind: 'status',
  harm: (answer) => ({ ...answer, status: code }),
});

const body = (name: string, kind: AnswerFault['kind'], made: (text: string) => WireAnswer['body']): AnswerFault => ({
  name,
  kind,
  harm: (answer) => ({ ...answer, body: made(textOf(answer)) }),
});

const none = (name: string, error: () => Error): AnswerFault => ({ name, kind: 'timing', harm: () => error() });

export const textOf = ({ body: sent }: WireAnswer): string =>
  typeof sent === 'string' ? sent : new TextDecoder().decode(sent);

const utf16 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'utf16le'));

/** Faults that hit an answer as a whole: the token's, or a batch's. */
export const answerFaults: readonly AnswerFault[] = [
  ...[400, 401, 402, 403, 404, 409, 410, 418].map((code) => status(code)),
  status(429, { 'retry-after': '30' }),
  status(429, { 'retry-after': 'soon' }),
  ...[500, 502, 503, 504].map((code) => status(code)),
  ...[201, 203, 400, 403, 500].map(goodBody),
  body('nothing in it', 'shape', () => ''),
  body('null', 'shape', () => 'null'),
  body('a list', 'shape', () => '[]'),
  body('an empty object', 'shape', () => '{}'),
  body('a text', 'shape', () => '"ok"'),
  body('cut in the middle', 'shape', (text) => text.slice(0, text.length / 2)),
  body('HTML', 'shape', () => '<!doctype html><title>Sign in</title>'),
  body('the answer as a text', 'shape', (text) => JSON.stringify(text)),
  body('wrapped once more', 'shape', (text) => `{"data":${text}}`),
  body('in a list', 'shape', (text) => `[${text}]`),
  none('reset', () => new TypeError('fetch failed', { cause: new Error('ECONNRESET') })),
  none('no answer in time', () => new DOMException('timed out', 'TimeoutError')),
  none('broken off', () => new TypeError('terminated')),
  body('an error in place of the answer', 'content', () =>
    JSON.stringify({ error: 'server_error', error_codes: [90033] }),
  ),
  body('every text emptied', 'content', (text) => text.replaceAll(/:"[^"]*"/g, ':""')),
  body('every text a number', 'content', (text) => text.replaceAll(/:"[^"]*"/g, ':7')),
  body('every name another', 'content', (text) => text.replaceAll(/"(\w+)":/g, '"x$1":')),
  body('names in capitals', 'content', (text) => text.replaceAll(/"(\w+)":/g, (whole) => whole.toUpperCase())),
  body('UTF-16', 'encoding', utf16),
  body('compressed, and nobody said so', 'encoding', (text) => new Uint8Array(gzipSync(text))),
  body('base64', 'encoding', (text) => Buffer.from(text).toString('base64')),
  body('a byte that is no letter, in front', 'encoding', (text) => new Uint8Array([0xff, ...Buffer.from(text)])),
  {
    name: 'what was sent, as the error',
    kind: 'identity',
    harm: (answer, secrets) => ({
      status: 400,
      headers: { ...answer.headers, 'request-id': secrets[0] ?? '', 'x-ms-request-id': secrets[0] ?? '' },
      body: JSON.stringify({
        error: secrets[0],
        suberror: secrets[0],
        error_description: secrets.join(' '),
        correlation_id: secrets[0],
      }),
    }),
  },
];
