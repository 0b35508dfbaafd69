import { extensionEnglish } from '@latchkey/shared/words/en/extension';
import type { ErrorCode } from '@latchkey/shared/errors/catalogue';
import { guideEndpoints } from '@latchkey/shared/api/guide-endpoints';
import { consoleEndpoints } from '@latchkey/shared/api/console-endpoints';
import { signal } from '@preact/signals';
import { sessionView } from '../../e2e/fake-api/answers.ts';
import { endpointAt, refusal, replyTo, type EndpointName } from '../../e2e/fake-api/reply.ts';
import { emptyState, type FakeState } from '../../e2e/fake-api/state.ts';
import type { Speech } from '../look/words.ts';
import { createResource } from '../server-api/resource.ts';
import { createServerApi, knowEndpoints } from '../server-api/server-api.ts';
import { createSharedStream } from '../server-api/shared-stream.ts';
import type { OperatorSession } from '../session/operator-session.ts';
import type { RawHandover } from '../session/read-handover.ts';
import type { Surroundings } from '../session/surroundings.ts';

knowEndpoints({ ...guideEndpoints, ...consoleEndpoints });
const origin = 'https://latchkey.northwindvoice.example';

/** One request that left the page. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export interface FakeSurroundings extends Surroundings {
  readonly state: FakeState;
  readonly sent: Sent[];
  /** What the page asked of the browser, in words. */
  readonly asked: string[];
  /** Answers that are refusals, until taken out. */
  readonly refusals: Map<EndpointName, ErrorCode>;
  /** Nobody answers any more. */
  offline: boolean;
  /** Answers wait for this. */
  gate: Promise<void>;
  /** The address of the open tab. */
  tab: string | null;
  /** What the open tab hands over. */
  handover: RawHandover | null;
  callsOf(name: EndpointName): number;
  /** Change feeds that somebody still reads. */
  openStreams: number;
}

interface Wishes {
  readonly state?: FakeState;
  readonly signedIn?: boolean;
  readonly speech?: Speech;
  readonly tab?: string | null;
}

const english: Speech = { words: extensionEnglish, tag: 'en', direction: 'ltr' };

/** What a page stands on, with nothing behind it: no browser, no network, an API made of samples. */
export function fakeSurroundings(wishes: Wishes = {}): FakeSurroundings {
  const { state = emptyState(), signedIn = true, speech = english, tab = null } = wishes;
  const now = () => Date.now();
  const seen: OperatorSession = { state: 'signed-in', kept: { session: 'opaque', origin, view: sessionView(state) } };
  const current = signal<OperatorSession>(signedIn ? seen : { state: 'signed-out', because: null });
  const session = {
    current,
    forget: async (_: string | null, because: 'ended' | null) =>
      void (current.value = { state: 'signed-out', because }),
    keep: async (kept: (typeof seen)['kept']) => void (current.value = { state: 'signed-in', kept }),
  };
  const ask = (what: string) => async () => void fake.asked.push(what);
  const send: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const method = init?.method ?? 'GET';
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    fake.sent.push({ method, path: `${url.pathname}${url.search}`, headers: new Headers(init?.headers), body });
    await fake.gate;
    if (fake.offline) throw new TypeError('Failed to fetch');
    const [name] = endpointAt(method, url.pathname);
    if (name === 'streamChanges' || name === 'streamGuideChanges') return quietStream(fake, init?.signal ?? null);
    const code = name === undefined ? undefined : fake.refusals.get(name);
    const reply = code === undefined ? replyTo(state, method, url, body) : refusal(code);
    return new Response(reply.status === 204 ? null : JSON.stringify(reply.body), { status: reply.status });
  };
  const api = createServerApi({
    origin,
    session: () => (current.peek().state === 'signed-in' ? 'opaque' : null),
    onSessionEnded: () => void session.forget(null, 'ended'),
    fetch: send,
  });
  const stream = createSharedStream(send);
  const busy = new Set<string>();
  const fake: FakeSurroundings = {
    state,
    sent: [],
    asked: [],
    refusals: new Map(),
    offline: false,
    gate: Promise.resolve(),
    tab,
    handover: null,
    openStreams: 0,
    api,
    session,
    speech,
    fetch: send,
    follow: (follower) =>
      stream.follow({ origin, session: 'opaque', onSessionEnded: () => void session.forget(null, 'ended') }, follower),
    clock: { now, second: signal(now()), coarse: signal(now()) },
    configuration: createResource(() => api.call('readConfiguration', {}), now),
    platform: {
      currentTab: async () => fake.tab,
      readHandover: async () => fake.handover,
      openTab: (url) => ask(`tab ${url}`)(),
      openConsole: (hash) => ask(`console ${hash}`)(),
      openPanel: (invitationId) => void fake.asked.push(`panel ${invitationId ?? 'newest'}`),
      openSignIn: (from) => ask(`sign-in from ${from}`)(),
      closeThisTab: ask('close'),
      openSettings: ask('settings'),
      copy: async (text) => (fake.asked.push(`copy ${text}`), true),
    },
    exclusively: async (name, work) => {
      if (busy.has(name)) return 'elsewhere';
      busy.add(name);
      return work().finally(() => busy.delete(name));
    },
    callsOf: (name) =>
      fake.sent.filter(({ method, path }) => endpointAt(method, path.split('?')[0] ?? '')[0] === name).length,
  };
  return fake;
}

/** A change feed in which nothing happens, until nobody listens any more. */
function quietStream(fake: FakeSurroundings, signal: AbortSignal | null): Response {
  fake.openStreams += 1;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(': here\n\n'));
      const end = () => {
        fake.openStreams -= 1;
        controller.error(signal?.reason);
      };
      signal?.addEventListener('abort', end, { once: true });
    },
  });
  return new Response(body, { status: 200, headers: { 'content-type': 'text/event-stream' } });
}
