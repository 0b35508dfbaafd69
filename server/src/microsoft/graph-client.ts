import {
  AuthenticationHandler,
  Client,
  ResponseType,
  TelemetryHandler,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { originOf, type Cloud } from '@latchkey/shared/clouds/cloud';
import type { Clock } from '../clock.ts';
import type { Secret } from '../sealing/secret.ts';
import { plainName, retryAfterSeconds } from './answers.ts';
import type { CloudFetch } from './cloud-fetch.ts';
import { BatchBody, GraphErrorBody } from './graph-shapes.ts';
import { GraphTransport, isUnder } from './graph-transport.ts';

/** One answer of Graph. `status` is null when there was none. */
export interface GraphAnswer {
  readonly status: number | null;
  readonly body: unknown;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
}

/** Graph, with one access token. It never throws for what Microsoft answers, and never retries by itself: 429 is told. */
export interface Graph {
  get(path: string): Promise<GraphAnswer>;
  /** Several reads in one trip, at most 20; answers by the names that were given. */
  batch<Name extends string>(paths: Readonly<Record<Name, string>>): Promise<Readonly<Record<Name, GraphAnswer>>>;
  /** The pages after a first one; undefined where the link leads elsewhere, a page fails, or there are too many. */
  follow(nextLink: string): Promise<GraphAnswer>;
}

export interface GraphSettings {
  readonly cloud: Cloud;
  readonly fetch: CloudFetch;
  readonly now: Clock;
}

/** Opens Graph with a token. The token goes to the cloud's Graph host and to no other. */
export function openGraph({ cloud, fetch, now }: GraphSettings, accessToken: Secret): Graph {
  const origin = originOf(cloud.graph, 'browser');
  const prefix = `${origin}/v1.0/`;
  const client = clientOf(origin, new GraphTransport(fetch, prefix), accessToken);
  const read = async (work: () => Promise<Response>) => answerOf(await work(), now());
  const get = (path: string) => read(() => client.api(path).responseType(ResponseType.RAW).get() as Promise<Response>);
  return {
    get,
    follow: (nextLink) => (isUnder(prefix, nextLink) ? get(nextLink) : Promise.resolve(strangeLink)),
    async batch<Name extends string>(paths: Readonly<Record<Name, string>>) {
      const names = Object.keys(paths) as Name[];
      const requests = names.map((name) => ({ id: name, method: 'GET', url: paths[name] }));
      const whole = await read(
        () => client.api('/$batch').responseType(ResponseType.RAW).post({ requests }) as Promise<Response>,
      );
      return Object.fromEntries(names.map((name) => [name, itemOf(whole, name, now())])) as Record<Name, GraphAnswer>;
    },
  };
}

function clientOf(origin: string, transport: Middleware, accessToken: Secret): Client {
  const links: readonly Middleware[] = [
    new AuthenticationHandler({ getAccessToken: () => Promise.resolve(accessToken.reveal()) }),
    new TelemetryHandler(),
    transport,
  ];
  links.forEach((link, place) => {
    const next = links[place + 1];
    if (next !== undefined) link.setNext?.(next);
  });
  return Client.initWithMiddleware({
    middleware: [...links],
    baseUrl: `${origin}/`,
    defaultVersion: 'v1.0',
    customHosts: new Set([new URL(origin).hostname]),
  });
}

const noAnswer: GraphAnswer = { status: null, body: undefined, requestId: null, retryAfterSeconds: null };
/** A link that leads out of Graph is not followed; it reads like an answer that cannot be understood. */
const strangeLink: GraphAnswer = { status: 200, body: undefined, requestId: null, retryAfterSeconds: null };

async function answerOf(response: Response, now: Date): Promise<GraphAnswer> {
  if (response.type === 'error') return noAnswer;
  const body: unknown = await response.json().catch(() => undefined);
  return {
    status: response.status,
    body,
    requestId: plainName(response.headers.get('request-id') ?? innerRequestId(body)),
    retryAfterSeconds: retryAfterSeconds(response.headers.get('retry-after'), now),
  };
}

/** Answers in a batch come in any order; one that is not there was not given, and of two nobody knows which one is true. */
function itemOf(whole: GraphAnswer, name: string, now: Date): GraphAnswer {
  if (whole.status !== 200) return whole;
  const parsed = BatchBody.safeParse(whole.body);
  const [item, another] = parsed.success ? parsed.data.responses.filter(({ id }) => id === name) : [];
  if (item === undefined || another !== undefined) return { ...whole, body: undefined };
  const headers = new Headers(item.headers ?? {});
  return {
    status: item.status,
    body: item.body,
    requestId: plainName(headers.get('request-id') ?? innerRequestId(item.body)) ?? whole.requestId,
    retryAfterSeconds: retryAfterSeconds(headers.get('retry-after'), now),
  };
}

function innerRequestId(body: unknown): string | null {
  const parsed = GraphErrorBody.safeParse(body);
  if (!parsed.success) return null;
  const { innerError, innererror } = parsed.data.error;
  return innerError?.['request-id'] ?? innererror?.['request-id'] ?? null;
}
