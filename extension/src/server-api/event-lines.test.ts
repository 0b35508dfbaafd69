import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { createEventReader, type ServerEvent } from './event-lines.ts';

function read(...parts: readonly string[]): readonly ServerEvent[] {
  const events: ServerEvent[] = [];
  const take = createEventReader((event) => events.push(event));
  for (const part of parts) take(part);
  return events;
}

const feed = ': here\n\nid: 7\ndata: {"a":1}\n\nid: 8\r\ndata: one\r\ndata: two\r\n\r\n: beat\n\n';

test('events come with their ids; comments give nothing', () => {
  expect(read(feed)).toEqual([
    { id: '7', data: '{"a":1}' },
    { id: '8', data: 'one\ntwo' },
  ]);
});

test('an event that is not finished is not told', () => {
  expect(read('id: 7\ndata: {"a":1}\n')).toEqual([]);
});

test('wherever the network cuts the stream, the events are the same', () => {
  fastCheck.assert(
    fastCheck.property(fastCheck.array(fastCheck.nat(feed.length), { maxLength: 6 }), (cuts) => {
      const at = [0, ...cuts.toSorted((one, other) => one - other), feed.length];
      const parts = at.slice(1).map((end, index) => feed.slice(at[index], end));
      expect(read(...parts)).toEqual(read(feed));
    }),
  );
});
