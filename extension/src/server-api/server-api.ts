import { commonEndpoints } from '@latchkey/shared/api/common-endpoints';
import type { endpoints } from '@latchkey/shared/api/endpoints';
import type { Endpoint } from '@latchkey/shared/api/endpoint';
import type * as z from 'zod/mini';
import { endsSession, failed, type ClientError, type Reply } from './client-error.ts';
import { readProblem } from './read-problem.ts';
import { addressOf, type AnyAsk } from './request.ts';

type Endpoints = typeof endpoints;

/** What this page can call. The popup knows the common ones; the console adds its own when it starts. */
const known = new Map<string, Endpoint>(Object.entries(commonEndpoints));

/** Lets this page call more than every page can. */
export function knowEndpoints(more: Readonly<Record<string, Endpoint>>): void {
  for (const [name, endpoint] of Object.entries(more)) known.set(name, endpoint);
}

function endpointOf(name: CallName): Endpoint {
  const endpoint = known.get(name);
  if (endpoint === undefined) throw new Error(`this page does not know how to call ${name}`);
  return endpoint;
}

/** Every endpoint that answers once; the streams have a reader of their own. */
export type CallName = Exclude<keyof Endpoints, 'streamChanges' | 'streamGuideChanges'>;

type Part<E, Key extends 'params' | 'query' | 'body'> =
  E extends Readonly<Record<Key, infer Schema extends z.ZodMiniType>>
    ? { readonly [K in Key]: z.input<Schema> }
    : Readonly<Record<never, never>>;

/** What a call needs, as its endpoint declares it. */
export type Ask<Name extends CallName> = Part<Endpoints[Name], 'params'> &
  Part<Endpoints[Name], 'query'> &
  Part<Endpoints[Name], 'body'>;

/** What a call gives. */
export type Answer<Name extends CallName> = Endpoints[Name]['response'] extends infer Schema extends z.ZodMiniType
  ? z.output<Schema>
  : null;

interface CallOptions {
  /** For creating calls: the same key for every try of the same form. */
  readonly idempotencyKey?: string;
  /** Sent in place of the session: Microsoft's token, for the exchange. */
  readonly bearer?: string;
}

export interface ServerApi {
  readonly origin: string;
  call<Name extends CallName>(name: Name, ask: Ask<Name>, options?: CallOptions): Promise<Reply<Answer<Name>>>;
}

interface Needs {
  readonly origin: string;
  /** The opaque session; null when nobody is signed in. */
  readonly session: () => string | null;
  /** Told once for each answer that says that this session is over. */
  readonly onSessionEnded: (session: string | null, error: ClientError) => void;
  readonly fetch: typeof fetch;
}

/** Longer than the server waits for Microsoft, shorter than anybody's patience. */
const patienceMs = 30_000;

/** The one way to the API: typed by the endpoints, and every answer is parsed before it is believed. */
export function createServerApi({ origin, session, onSessionEnded, fetch: send }: Needs): ServerApi {
  const answers = new Map<string, { readonly etag: string; readonly value: unknown }>();

  async function call(name: CallName, ask: AnyAsk, options: CallOptions = {}): Promise<Reply<unknown>> {
    const endpoint = endpointOf(name);
    const address = addressOf(origin, endpoint, ask);
    const token = options.bearer ?? session();
    const cacheKey = `${token} ${address}`;
    const kept = endpoint.method === 'GET' ? answers.get(cacheKey) : undefined;
    const response = await reach(() =>
      send(address, {
        method: endpoint.method,
        headers: headersOf(ask, options, token, kept?.etag),
        ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
        // The browser's own cache knows nothing of sessions, and would answer for them.
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(patienceMs),
      }),
    );
    if (response === undefined) return failed('offline');
    if (response.status === 304 && kept !== undefined) return { ok: true, value: kept.value };
    if (response.status !== endpoint.status) {
      const problem = await readProblem(response);
      if (endsSession(problem.error.code) && options.bearer === undefined) onSessionEnded(token, problem.error);
      return problem;
    }
    const reply = await readReply(endpoint, response);
    const etag = response.headers.get('etag');
    if (reply.ok && endpoint.method === 'GET' && etag !== null) answers.set(cacheKey, { etag, value: reply.value });
    return reply;
  }

  return { origin, call: call as ServerApi['call'] };
}

function headersOf({ body }: AnyAsk, { idempotencyKey }: CallOptions, token: string | null, etag: string | undefined) {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
  };
}

/** `fetch` rejects when nobody answered: no network, no server, too late. */
async function reach(send: () => Promise<Response>): Promise<Response | undefined> {
  try {
    return await send();
  } catch {
    return undefined;
  }
}

async function readReply({ response: schema }: Endpoint, response: Response): Promise<Reply<unknown>> {
  if (schema === 'nothing' || schema === 'event-stream') return { ok: true, value: null };
  const body = await response.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : failed('reply_unreadable');
}
