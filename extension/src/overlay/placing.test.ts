import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPlacing } from './placing.ts';

afterEach(() => vi.restoreAllMocks());

const before = { corner: 'end-bottom', small: true } as Parameters<ReturnType<typeof createPlacing>['place']>[0];
const next = { ...before, small: false };

test('a reading that was asked for before the card was placed does not put it back; a later one is believed', async () => {
  const sent = Promise.withResolvers<unknown>();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockReturnValue(sent.promise as never);
  const look = vi.fn();
  const placing = createPlacing(look);
  const early = placing.reading();
  placing.place(next);
  const meanwhile = placing.reading();
  expect(early(before)).toEqual(next);
  sent.resolve({ ok: true, value: {} });
  await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(1));
  expect(meanwhile(before)).toEqual(next);
  expect(placing.reading()(next)).toEqual(next);
  // Sent to another corner in another tab: nothing of the old place is held against it.
  expect(placing.reading()(before)).toEqual(before);
});
