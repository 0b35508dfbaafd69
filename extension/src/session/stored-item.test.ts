import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storedItem } from './stored-item.ts';

beforeEach(() => fakeBrowser.reset());

const item = () => storedItem<string | null>('session:thing', null);

test('what is not remembered is its fallback', async () => {
  expect(await item().getValue()).toBeNull();
  expect(await storedItem('local:other', 'http://127.0.0.1').getValue()).toBe('http://127.0.0.1');
});

test('it is kept where its place says, and nowhere else', async () => {
  await item().setValue('kept');
  expect(await fakeBrowser.storage.session.get()).toEqual({ thing: 'kept' });
  expect(await fakeBrowser.storage.local.get()).toEqual({});
  expect(await item().getValue()).toBe('kept');
});

test('removed, it is gone', async () => {
  await item().setValue('kept');
  await item().removeValue();
  expect(await fakeBrowser.storage.session.get()).toEqual({});
  expect(await item().getValue()).toBeNull();
});

test('whoever watches hears what it became, of itself only, until they stop', async () => {
  const heard: (string | null)[] = [];
  const stop = item().watch((value) => heard.push(value));
  await item().setValue('one');
  await storedItem('session:neighbour', '').setValue('two');
  await item().removeValue();
  stop();
  await item().setValue('three');
  expect(heard).toEqual(['one', null]);
});
