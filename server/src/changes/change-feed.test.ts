import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SessionKey } from '../http/call.ts';
import { silentLog } from '../log/log.ts';
import { sampleAudit } from '../storage/store-samples.ts';
import { createStore } from '../storage/sql-store.ts';
import type { Store } from '../storage/store.ts';
import { openTemporaryStore, type TemporaryStore } from '../storage/temporary-store.ts';
import { createChangeFeed, type ChangeFeed } from './change-feed.ts';
import { allOr } from '../testing/thorough.ts';

/** More lines than are read at once, twice over and many times over; a line takes its time to be written. */
const across = allOr(1_500, 1_100);
const many = allOr(3_000, 1_100);

const session = 'session-of-ada' as SessionKey;
let temporary: TemporaryStore;
let store: Store;
let feed: ChangeFeed;
let living = new Set<string>();
beforeEach(async () => {
  living = new Set([session]);
  temporary = await openTemporaryStore();
  store = createStore(temporary.engine, () => feed.wake());
  feed = createChangeFeed({
    audit: store.read.audit,
    isLiving: (key) => Promise.resolve(living.has(key)),
    limits: { perOperator: 3, inAll: 5 },
    log: silentLog,
  });
});
afterEach(async () => {
  feed.endAll();
  await temporary.close();
});

const write = (invitationId: string | null = null) =>
  store.transact((tx) => tx.audit.append(sampleAudit({ invitationId })));
async function listen(
  change: { after?: number; operatorId?: string; signal?: AbortSignal; session?: SessionKey } = {},
) {
  const opened = await feed.listen({
    session,
    operatorId: 'ada',
    after: undefined,
    signal: new AbortController().signal,
    ...change,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return reader(opened.value);
}

/** Reads until `count` changes came, and gives their sequences. */
function reader(stream: ReadableStream<Uint8Array>) {
  const chunks = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  const ids = () => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  return {
    chunks,
    text: () => text,
    async sequences(count: number): Promise<number[]> {
      while (ids().length < count) {
        const { value, done } = await chunks.read();
        if (done) break;
        text += value;
      }
      return ids();
    },
    async untilEnd(): Promise<void> {
      for (let turn = await chunks.read(); !turn.done; turn = await chunks.read()) text += turn.value;
    },
  };
}

describe('a stream', () => {
  test('tells what happens from now on, once and in order', async () => {
    await write();
    const stream = await listen();
    for (let turn = 0; turn < 5; turn += 1) await write(`inv_${turn}`);
    expect(await stream.sequences(5)).toEqual([2, 3, 4, 5, 6]);
    expect(stream.text()).toContain('"invitationId":"inv_4"');
    expect(stream.text()).not.toContain('Ada Berg');
  });

  test('resumes after a sequence, across more lines than are read at once', async () => {
    await store.transact(async (tx) => {
      for (let turn = 0; turn < across; turn += 1) await tx.audit.append(sampleAudit());
    });
    const stream = await listen({ after: 7 });
    const sequences = await stream.sequences(across - 7);
    expect(sequences).toEqual(Array.from({ length: across - 7 }, (_, index) => index + 8));
    await write();
    expect((await stream.sequences(across - 6)).at(-1)).toBe(across + 1);
  });

  test('misses nothing of what is written while it opens', async () => {
    const writing = Promise.all(Array.from({ length: 40 }, () => write()));
    const streams = await Promise.all([listen({ after: 0 }), listen({ after: 0 }), listen({ after: 0 })]);
    await writing;
    for (const stream of streams) {
      expect(await stream.sequences(40)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    }
  });

  test('hears of what another process wrote when it is woken', async () => {
    const stream = await listen();
    await temporary.store.transact((tx) => tx.audit.append(sampleAudit()));
    feed.wake();
    expect(await stream.sequences(1)).toEqual([1]);
  });

  test('that is not read holds little, and reads the rest from the table when it goes on', async () => {
    const stream = await listen();
    const details = { name: 'x'.repeat(10) };
    await store.transact(async (tx) => {
      for (let turn = 0; turn < many; turn += 1) await tx.audit.append(sampleAudit({ details }));
    });
    expect(await stream.sequences(many)).toEqual(Array.from({ length: many }, (_, index) => index + 1));
  });

  test('that is not read for two beats is dropped, and its place is free again', async () => {
    const opened = await feed.listen({ session, operatorId: 'ada', after: 0, signal: new AbortController().signal });
    await store.transact(async (tx) => {
      for (let turn = 0; turn < across; turn += 1) await tx.audit.append(sampleAudit());
    });
    await until(async () => {
      await feed.beat();
      return feed.size === 0;
    });
    expect(opened.ok).toBe(true);
    expect(feed.size).toBe(0);
  });

  test('gets a sign of life at each beat', async () => {
    const stream = await listen();
    await feed.beat();
    feed.endAll();
    await stream.untilEnd();
    expect(stream.text()).toContain(': still here');
  });
});

describe('ends', () => {
  test('at once when it comes after the end of all', async () => {
    const before = await listen();
    feed.endAll();
    await before.untilEnd();
    const after = await listen();
    await after.untilEnd();
    expect(feed.size).toBe(0);
  });

  test('when its reader goes away', async () => {
    const stream = await listen();
    await stream.chunks.cancel();
    expect(feed.size).toBe(0);
    await write();
  });

  test('when its request is broken off, also before it began', async () => {
    const gone = new AbortController();
    const stream = await listen({ signal: gone.signal });
    gone.abort();
    await stream.untilEnd();
    await listen({ signal: AbortSignal.abort() });
    expect(feed.size).toBe(0);
  });

  test('when its session is closed, and no other’s', async () => {
    const other = 'session-of-another' as SessionKey;
    living.add(other);
    const [mine, theirs] = [await listen(), await listen({ session: other })];
    feed.endSession(session);
    await mine.untilEnd();
    expect(feed.size).toBe(1);
    await write();
    expect(await theirs.sequences(1)).toEqual([1]);
    expect(mine.text()).not.toContain('id:');
  });

  test('at the next beat after its session ran out', async () => {
    const stream = await listen();
    living.delete(session);
    await feed.beat();
    await stream.untilEnd();
    expect(feed.size).toBe(0);
  });
});

test('an operator has three at most, everybody together no more than there is room for', async () => {
  const open = (operatorId: string) =>
    feed.listen({ session, operatorId, after: undefined, signal: new AbortController().signal });
  const answers = [];
  for (const operatorId of ['ada', 'ada', 'ada', 'ada', 'bo', 'bo', 'cy']) answers.push((await open(operatorId)).ok);
  expect(answers).toEqual([true, true, true, false, true, true, false]);
  expect(feed.size).toBe(5);
});

test('an operator who opens many at once has three', async () => {
  const opened = await Promise.all(
    Array.from({ length: 10 }, () =>
      feed.listen({ session, operatorId: 'ada', after: undefined, signal: new AbortController().signal }),
    ),
  );
  expect(opened.filter(({ ok }) => ok)).toHaveLength(3);
});

/** Waits for something that other turns of the loop bring about. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
