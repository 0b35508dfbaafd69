import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sessionView } from '../../e2e/fake-api/answers.ts';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { activeGuide, keptSession } from '../session/remembered.ts';
import { createSharedStream } from '../server-api/shared-stream.ts';
import { createGuideStream } from './guide-stream.ts';

const [first, second] = [idOf('inv', 1), idOf('inv', 2)];
const origin = 'https://latchkey.northwindvoice.example';

beforeEach(async () => {
  fakeBrowser.reset();
  await keptSession.setValue({ session: 'opaque', origin, view: sessionView(busyState()) });
});

const lead = (invitationId: string) => activeGuide.setValue({ guide: 'check-permissions', invitationId, startedAt: 1 });

/** A feed that tells what the test says, to whoever reads it. */
function aFeed() {
  const readers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const opened: string[] = [];
  let told = 0;
  let changes = 0;
  const send: typeof fetch = (input, init) => {
    opened.push(String(input));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        readers.add(controller);
        init?.signal?.addEventListener('abort', () => {
          readers.delete(controller);
          controller.error(new DOMException('', 'AbortError'));
        });
      },
    });
    return Promise.resolve(new Response(body, { status: 200 }));
  };
  const tell = (invitationId: string): void => {
    told += 1;
    const change = {
      sequence: told,
      at: new Date(told).toISOString(),
      action: 'invitation.consented',
      customerId: null,
      invitationId,
      connectionId: null,
      serviceId: null,
    };
    for (const reader of readers)
      reader.enqueue(new TextEncoder().encode(`id: ${told}\ndata: ${JSON.stringify(change)}\n\n`));
  };
  const stream = createGuideStream({
    stream: createSharedStream(send),
    now: Date.now,
    after: () => told,
    onChange: () => (changes += 1),
    onLive: () => undefined,
  });
  return { stream, tell, opened, readers, changes: () => changes };
}

test('led through another guide by the same person, what happens to that one is heard, and of the one before nothing more', async () => {
  const { stream, tell, opened, readers, changes } = aFeed();
  await lead(first);
  void stream.attend(true);
  await expect.poll(() => readers.size).toBe(1);
  tell(first);
  await expect.poll(changes).toBe(1);
  await lead(second);
  void stream.attend(true);
  await stream.attend(true);
  tell(first);
  tell(second);
  await expect.poll(changes).toBe(2);
  expect([readers.size, opened.length], 'one stream, and the same').toEqual([1, 1]);
  await stream.attend(false);
  expect(readers.size).toBe(0);
});

test('asked to attend again and again, the stream is opened once', async () => {
  const { stream, opened, readers } = aFeed();
  await lead(first);
  for (let turn = 0; turn < 5; turn += 1) void stream.attend(true);
  await expect.poll(() => readers.size).toBe(1);
  expect(opened).toHaveLength(1);
  await stream.attend(false);
});
