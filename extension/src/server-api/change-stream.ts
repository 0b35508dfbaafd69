import { Change, streamChanges } from '@latchkey/shared/api/changes';
import type { streamGuideChanges } from '@latchkey/shared/api/guides';
import { endsSession, type ClientError } from './client-error.ts';
import { createEventReader } from './event-lines.ts';
import { readProblem } from './read-problem.ts';
import { addressOf } from './request.ts';

/** How the stream stands: `live` from the first byte on; `waiting` between two tries. */
export type StreamState = 'connecting' | 'live' | 'waiting' | 'ended';

interface Needs {
  readonly origin: string;
  readonly session: string;
  /** An operator's feed, or a guest's: the changes of one invitation. */
  readonly feed?: typeof streamChanges | typeof streamGuideChanges;
  /** The newest sequence that is already known; the stream goes on behind it. Null: from now on. */
  readonly after: number | null;
  readonly onChange: (change: Change) => void;
  readonly onState: (state: StreamState) => void;
  readonly onSessionEnded: (session: string, error: ClientError) => void;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
}

/** The server sends a comment every 20 s; twice missed means that nobody is there. */
const silenceMs = 45_000;
const firstWaitMs = 500;
const longestWaitMs = 30_000;

/**
 * Follows the change feed until `signal` aborts or the session ends: by `fetch`, because an EventSource cannot carry the
 * session in a header, and a session in an address ends in logs.
 */
export async function followChanges(needs: Needs): Promise<void> {
  let after = needs.after;
  let failures = 0;
  while (!needs.signal.aborted) {
    needs.onState('connecting');
    const ending = await readOnce({
      ...needs,
      after,
      onState: (state) => {
        if (state === 'live') failures = 0;
        needs.onState(state);
      },
      onChange: (change) => {
        after = Math.max(after ?? 0, change.sequence);
        needs.onChange(change);
      },
    });
    if (ending === 'session' || needs.signal.aborted) break;
    needs.onState('waiting');
    await wait(Math.min(longestWaitMs, firstWaitMs * 2 ** failures), needs.signal);
    failures += 1;
  }
  needs.onState('ended');
}

async function readOnce(needs: Needs): Promise<'session' | 'broken'> {
  const { origin, session, feed = streamChanges, after, fetch: send, signal } = needs;
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), silenceMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silenceMs);
  };
  const either = AbortSignal.any([signal, silence.signal]);
  try {
    const response = await send(addressOf(origin, feed, { query: after === null ? {} : { after: String(after) } }), {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${session}` },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: either,
    });
    if (response.status !== 200 || response.body === null) return await refusal(response, needs);
    needs.onState('live');
    await readEvents(response.body, needs.onChange, heard, either);
    return 'broken';
  } catch {
    return 'broken';
  } finally {
    clearTimeout(timer);
  }
}

async function refusal(response: Response, { session, onSessionEnded }: Needs): Promise<'session' | 'broken'> {
  const { error } = await readProblem(response);
  if (!endsSession(error.code)) return 'broken';
  onSessionEnded(session, error);
  return 'session';
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  onChange: (change: Change) => void,
  heard: () => void,
  signal: AbortSignal,
): Promise<void> {
  const read = createEventReader(({ data }) => {
    const change = Change.safeParse(parseJson(data));
    if (change.success) onChange(change.data);
  });
  const text = new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>;
  const reader = body.pipeThrough(text, { signal }).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    heard();
    read(part.value);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
