import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask } from './ask.ts';
import { layWire } from './lay-wire.ts';

const own = fakeBrowser.runtime as { id: string | undefined };
const id = own.id;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  own.id = id;
  vi.useRealTimers();
});

function laid() {
  const end = new AbortController();
  const onOrphaned = vi.fn(() => end.abort());
  layWire({ beats: true, onRing: () => undefined, onOrphaned, signal: end.signal });
  return { end, onOrphaned };
}

test('T47: what an update leaves behind in a page learns within two seconds that its extension is gone, and once', () => {
  const { onOrphaned } = laid();
  vi.advanceTimersByTime(60_000);
  expect(onOrphaned).not.toHaveBeenCalled();
  own.id = undefined;
  vi.advanceTimersByTime(2_000);
  expect(onOrphaned).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(onOrphaned).toHaveBeenCalledTimes(1);
});

test('T47: it asks nobody then', async () => {
  own.id = undefined;
  expect(await ask('guide.here', {})).toEqual({ ok: false, error: { code: 'message_orphaned' } });
});

test('a wire that was ended watches no more', () => {
  const { end, onOrphaned } = laid();
  end.abort();
  own.id = undefined;
  vi.advanceTimersByTime(60_000);
  expect(onOrphaned).not.toHaveBeenCalled();
});
