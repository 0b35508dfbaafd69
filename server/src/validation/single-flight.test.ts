import type { ValidationView } from '@latchkey/shared/api/connections';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../testing/caller.ts';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite } from '../testing/steps.ts';

/** Holds Microsoft's answers back while it is shut, and lets a test hear of the first that waits. */
function createGate() {
  let opened = Promise.withResolvers<void>();
  let waiting = Promise.withResolvers<void>();
  let shut = false;
  let headers: Readonly<Record<string, string>> | undefined;
  return {
    shut() {
      shut = true;
      opened = Promise.withResolvers();
      waiting = Promise.withResolvers();
      return waiting.promise;
    },
    open() {
      shut = false;
      opened.resolve();
    },
    /** From now on everything is answered with 429. */
    throttle: (retryAfter: string) => void (headers = { 'retry-after': retryAfter }),
    calm: () => void (headers = undefined),
    fetch: (async (input, init) => {
      if (shut) {
        waiting.resolve();
        await opened.promise;
      }
      if (headers !== undefined) return Response.json({ error: { code: 'TooManyRequests' } }, { status: 429, headers });
      return fetch(input, init);
    }) satisfies typeof globalThis.fetch,
  };
}

let gate: ReturnType<typeof createGate>;
let line: Line;
let other: Caller;
let path: string;
beforeEach(async () => {
  gate = createGate();
  line = await startLine({ settlingMinutes: 1, fetch: gate.fetch });
  other = await line.another();
  const { id, link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  path = `/v1/connections/${(await line.store.read.connections.findByInvitation(id))!.id}/validate`;
});
afterEach(() => line.stop());

const tokensGiven = async () => (await line.requests()).filter(({ grantType }) => grantType === 'refresh_token').length;
const validate = (call: Caller) => call<ValidationView>('POST', path);

test('two instances that are asked at once ask Microsoft once, and give the same answer', async () => {
  const before = await tokensGiven();
  const waiting = gate.shut();
  const first = validate(line.call);
  await waiting;
  const second = validate(other);
  // The second has come as far as waiting for the first when it has looked for the newest validation and found the lease taken.
  await line.leaseRefused();
  gate.open();
  const [one, another] = await Promise.all([first, second]);
  expect([one.status, another.status]).toEqual([200, 200]);
  expect(one.body.verdict.verdict).toBe('working');
  expect(another.body.id).toBe(one.body.id);
  expect(await tokensGiven()).toBe(before + 1);
});

test('one after the other they ask each time', async () => {
  const before = await tokensGiven();
  const [one, another] = [await validate(line.call), await validate(other)];
  expect(one.body.id).not.toBe(another.body.id);
  expect(await tokensGiven()).toBe(before + 2);
});

test('what Microsoft said to one instance by Retry-After the other obeys: it asks nothing, and says nothing bad', async () => {
  gate.throttle('90');
  expect((await validate(line.call)).body.verdict).toMatchObject({ verdict: 'unreachable', cause: 'throttled' });
  gate.calm();
  const before = (await line.requests()).length;
  line.moveClock(60_000);
  expect((await validate(other)).body).toMatchObject({
    verdict: { verdict: 'unreachable', cause: 'throttled' },
    upstream: [],
  });
  expect((await line.requests()).length).toBe(before);
  line.moveClock(31_000);
  expect((await validate(other)).body.verdict).toMatchObject({ verdict: 'working', evidence: 'probe' });
});
