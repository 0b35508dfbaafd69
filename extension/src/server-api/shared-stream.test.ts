import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { createSharedStream } from './shared-stream.ts';

const changeOf = (sequence: number) => ({
  sequence,
  at: new Date(sequence).toISOString(),
  action: 'invitation.changed',
  customerId: null,
  invitationId: null,
  connectionId: null,
  serviceId: null,
});

/** A server with one feed of numbered changes, and browsers' ends of its streams. */
function aServer() {
  const readers = new Map<ReadableStreamDefaultController<Uint8Array>, number>();
  const seen = { opened: [] as (string | null)[], mostAtOnce: 0 };
  let latest = 0;
  let refuses = false;
  const encode = (sequence: number) =>
    new TextEncoder().encode(`id: ${sequence}\ndata: ${JSON.stringify(changeOf(sequence))}\n\n`);
  const send: typeof fetch = async (input, init) => {
    const after = new URL(String(input)).searchParams.get('after');
    seen.opened.push(after);
    if (refuses) {
      const body = { type: '', code: 'session_ended', status: 401, title: '', nextStep: '', reference: '' };
      return new Response(JSON.stringify(body), { status: 401 });
    }
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        readers.set(controller, latest);
        seen.mostAtOnce = Math.max(seen.mostAtOnce, readers.size);
        controller.enqueue(new TextEncoder().encode(': here\n\n'));
        for (let sequence = Number(after ?? latest) + 1; sequence <= latest; sequence += 1)
          controller.enqueue(encode(sequence));
        init?.signal?.addEventListener('abort', () => {
          if (readers.delete(controller)) controller.error(new DOMException('', 'AbortError'));
        });
      },
    });
    return new Response(body, { status: 200 });
  };
  const change = (): void => {
    latest += 1;
    for (const controller of readers.keys()) controller.enqueue(encode(latest));
  };
  return { send, change, seen, readers, latest: () => latest, refuse: () => void (refuses = true) };
}

const source = (session = 'opaque') => ({
  origin: 'https://latchkey.northwindvoice.example',
  session,
  onSessionEnded: () => undefined,
});

/** Somebody who keeps what it was told. */
function follower(after: number | null) {
  const end = new AbortController();
  const told: number[] = [];
  const states: string[] = [];
  return {
    told,
    states,
    end,
    needs: {
      after,
      onChange: ({ sequence }: { readonly sequence: number }) => void told.push(sequence),
      onState: (state: string) => void states.push(state),
      signal: end.signal,
    },
  };
}

test('whoever follows, there is one stream of a session: opened for the first, closed behind the last', async () => {
  const { send, change, seen, readers } = aServer();
  const stream = createSharedStream(send);
  const [popup, console, card] = [follower(0), follower(0), follower(null)];
  for (const { needs } of [popup, console, card]) stream.follow(source(), needs);
  await expect.poll(() => popup.states.at(-1)).toBe('live');
  change();
  await expect.poll(() => card.told).toEqual([1]);
  expect([popup.told, console.told]).toEqual([[1], [1]]);
  popup.end.abort();
  console.end.abort();
  change();
  await expect.poll(() => card.told).toEqual([1, 2]);
  expect(popup.told, 'who has left hears nothing').toEqual([1]);
  expect([seen.opened, readers.size]).toEqual([['0'], 1]);
  card.end.abort();
  expect(readers.size).toBe(0);
});

test('who comes later is told what it does not know, without another stream', async () => {
  const { send, change, seen } = aServer();
  const stream = createSharedStream(send);
  const first = follower(0);
  stream.follow(source(), first.needs);
  await expect.poll(() => first.states.at(-1)).toBe('live');
  for (let turn = 0; turn < 3; turn += 1) change();
  await expect.poll(() => first.told).toEqual([1, 2, 3]);
  const late = follower(1);
  stream.follow(source(), late.needs);
  expect([late.told, late.states]).toEqual([[2, 3], ['live']]);
  expect(seen.opened).toEqual(['0']);
});

test('who knows less than what the stream began with has it told by the server, and nobody hears a thing twice', async () => {
  const { send, change, seen } = aServer();
  for (let turn = 0; turn < 5; turn += 1) change();
  const stream = createSharedStream(send);
  const newer = follower(4);
  stream.follow(source(), newer.needs);
  await expect.poll(() => newer.told).toEqual([5]);
  const older = follower(2);
  stream.follow(source(), older.needs);
  expect(seen.opened).toEqual(['4', '2']);
  await expect.poll(() => older.told).toEqual([3, 4, 5]);
  change();
  await expect.poll(() => newer.told).toEqual([5, 6]);
  expect(older.told).toEqual([3, 4, 5, 6]);
  expect(seen.mostAtOnce, 'the one was closed before the other was opened').toBe(1);
});

test('another session has a stream of its own', async () => {
  const { send, seen } = aServer();
  const stream = createSharedStream(send);
  const [operator, guest] = [follower(0), follower(0)];
  stream.follow(source('operator'), operator.needs);
  stream.follow(source('guest'), guest.needs);
  await expect.poll(() => guest.states.at(-1)).toBe('live');
  expect(seen.mostAtOnce).toBe(2);
});

test('when the session has ended all are told so, and whoever comes with it again asks again', async () => {
  const { send, seen, refuse } = aServer();
  refuse();
  const ended: string[] = [];
  const stream = createSharedStream(send);
  const [one, other] = [follower(0), follower(0)];
  const over = { ...source(), onSessionEnded: (session: string) => void ended.push(session) };
  for (const { needs } of [one, other]) stream.follow(over, needs);
  await expect.poll(() => [one.states.at(-1), other.states.at(-1)]).toEqual(['ended', 'ended']);
  expect([ended, seen.opened.length]).toEqual([['opaque'], 1]);
  stream.follow(over, follower(0).needs);
  await expect.poll(() => ended.length).toBe(2);
});

test('in whatever order they come, follow and leave, each is told every change behind what it knew, once and in order', async () => {
  const turn = fastCheck.oneof(
    fastCheck.record({ kind: fastCheck.constant('come' as const), knows: fastCheck.nat(6) }),
    fastCheck.record({ kind: fastCheck.constant('leave' as const), who: fastCheck.nat(4) }),
    fastCheck.constant({ kind: 'change' as const }),
  );
  await fastCheck.assert(
    fastCheck.asyncProperty(fastCheck.array(turn, { maxLength: 24 }), async (turns) => {
      const server = aServer();
      const stream = createSharedStream(server.send);
      const here: (ReturnType<typeof follower> & { readonly from: number })[] = [];
      for (const what of turns) {
        if (what.kind === 'change') server.change();
        if (what.kind === 'leave') here.splice(what.who, 1)[0]?.end.abort();
        if (what.kind === 'come') {
          const from = Math.max(0, server.latest() - what.knows);
          const come = { ...follower(from), from };
          here.push(come);
          stream.follow(source(), come.needs);
        }
        await Promise.resolve();
      }
      for (const { told, from } of here) {
        const all = Array.from({ length: server.latest() - from }, (_, index) => from + index + 1);
        await expect.poll(() => told, { interval: 1 }).toEqual(all);
      }
      expect(server.seen.mostAtOnce).toBeLessThanOrEqual(1);
      for (const { end } of here) end.abort();
      expect(server.readers.size).toBe(0);
    }),
    { numRuns: 60 },
  );
});
