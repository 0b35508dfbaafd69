import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { change } from '../testing/change-samples.ts';
import { followChanges, type StreamState } from './change-stream.ts';

const line = (sequence: number) => `id: ${sequence}\ndata: ${JSON.stringify(change(sequence))}\n\n`;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A feed that answers each connection by the next of `answers`, and then never again. */
function follow(...answers: readonly (Response | 'unreachable')[]) {
  const end = new AbortController();
  const seen = {
    addresses: [] as string[],
    headers: [] as Headers[],
    sequences: [] as number[],
    states: [] as StreamState[],
    ended: [] as string[],
  };
  const left = [...answers];
  const done = followChanges({
    origin: 'https://latchkey.northwindvoice.example',
    session: 'opaque',
    after: 7,
    onChange: ({ sequence }) => seen.sequences.push(sequence),
    onState: (state) => seen.states.push(state),
    onSessionEnded: (session) => seen.ended.push(session),
    signal: end.signal,
    fetch: async (input, init) => {
      seen.addresses.push(String(input));
      seen.headers.push(new Headers(init?.headers));
      const next = left.shift();
      if (next === 'unreachable') throw new TypeError('Failed to fetch');
      return (
        next ??
        new Promise<Response>((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        )
      );
    },
  });
  return { seen, end, done };
}

const feedOf = (text: string, closes = true) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        if (closes) controller.close();
      },
    }),
    { status: 200 },
  );

test('it goes on behind the last change that it told of', async () => {
  const { seen, end, done } = follow(feedOf(line(8) + line(9)), feedOf(''));
  await vi.advanceTimersByTimeAsync(2000);
  expect(seen.sequences).toEqual([8, 9]);
  expect(seen.addresses.map((address) => new URL(address).searchParams.get('after'))).toEqual(['7', '9', '9']);
  end.abort();
  await done;
});

test('the session travels in a header, not in the address', async () => {
  const { seen, end, done } = follow(feedOf(''));
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.headers[0]?.get('authorization')).toBe('Bearer opaque');
  expect(seen.addresses[0]).not.toContain('opaque');
  end.abort();
  await done;
});

test('tries come further and further apart, and close together again once it was live', async () => {
  const { seen, end, done } = follow('unreachable', 'unreachable', 'unreachable', feedOf(''), 'unreachable');
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.addresses).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(499);
  expect(seen.addresses).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.addresses).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen.addresses).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(2000);
  expect(seen.addresses).toHaveLength(4);
  await vi.advanceTimersByTimeAsync(500);
  expect(seen.addresses).toHaveLength(5);
  end.abort();
  await done;
});

test('a feed that falls silent is taken for dead, and opened again', async () => {
  const { seen, end, done } = follow(feedOf(': here\n\n', false));
  await vi.advanceTimersByTimeAsync(44_000);
  expect(seen.states).toEqual(['connecting', 'live']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(seen.states.slice(2)).toEqual(['waiting', 'connecting']);
  end.abort();
  await done;
});

test('a session that has ended is not tried again', async () => {
  const body = { type: '', code: 'session_ended', status: 401, title: '', nextStep: '', reference: '' };
  const { seen, done } = follow(new Response(JSON.stringify(body), { status: 401 }));
  await vi.advanceTimersByTimeAsync(60_000);
  await done;
  expect(seen.ended).toEqual(['opaque']);
  expect(seen.addresses).toHaveLength(1);
  expect(seen.states.at(-1)).toBe('ended');
});

test('what is no change is passed over', async () => {
  const { seen, end, done } = follow(feedOf(`data: {"sequence":"x"}\n\ndata: no json\n\n${line(8)}`));
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.sequences).toEqual([8]);
  end.abort();
  await done;
});

test('nobody is told anything after the end', async () => {
  const { seen, end, done } = follow(feedOf('', false));
  await vi.advanceTimersByTimeAsync(0);
  end.abort();
  await done;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen.addresses).toHaveLength(1);
});
