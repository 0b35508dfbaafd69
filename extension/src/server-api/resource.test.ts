import { expect, test } from 'vitest';
import { failed, type Reply } from './client-error.ts';
import { createResource } from './resource.ts';

function gated() {
  const waiting: ((reply: Reply<number>) => void)[] = [];
  return { load: () => new Promise<Reply<number>>((resolve) => waiting.push(resolve)), waiting };
}

test('calls while a read is under way lead to one more read', async () => {
  const { load, waiting } = gated();
  const resource = createResource(load, () => 1);
  const done = Promise.all([resource.refresh(), resource.refresh(), resource.refresh()]);
  expect(waiting).toHaveLength(1);
  waiting[0]?.({ ok: true, value: 1 });
  await Promise.resolve();
  await Promise.resolve();
  expect(waiting).toHaveLength(2);
  waiting[1]?.({ ok: true, value: 2 });
  await done;
  expect(waiting).toHaveLength(2);
  expect(resource.known.value).toMatchObject({ value: 2, error: null, loading: false });
});

test('an error leaves what was known, and a good answer takes the error away', async () => {
  const replies: Reply<number>[] = [{ ok: true, value: 1 }, failed('offline'), { ok: true, value: 2 }];
  const resource = createResource(
    async () => replies.shift()!,
    () => 5,
  );
  await resource.refresh();
  await resource.refresh();
  expect(resource.known.value).toMatchObject({ value: 1, at: 5, error: { code: 'offline' } });
  await resource.refresh();
  expect(resource.known.value).toMatchObject({ value: 2, error: null });
});

test('what is only remembered says so', () => {
  const resource = createResource<number>(
    async () => failed('offline'),
    () => 5,
  );
  resource.put(3, 1, true);
  expect(resource.known.value).toMatchObject({ value: 3, at: 1, saved: true });
});
