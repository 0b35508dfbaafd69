import { Hono } from 'hono';
import type { z } from 'zod';
import type { Ask, Env } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import { Closed, ShownDocument, WitnessedEvent } from './witnessed.ts';

async function read<Schema extends z.ZodType>(c: Ask, schema: Schema): Promise<z.output<Schema> | undefined> {
  const sent: unknown = await c.req.json().catch(() => undefined);
  return schema.safeParse(sent).data;
}

/** The orders of a test, one a line of an event stream, until the page is gone. */
function orderStream(world: World, asked: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const left = new AbortController();
  const gone = AbortSignal.any([asked, left.signal]);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(': here\n\n'));
      world.orders.hear((order) => controller.enqueue(encoder.encode(`data: ${JSON.stringify(order)}\n\n`)), gone);
    },
    cancel: () => left.abort(),
  });
}

/**
 * What the portal's own pages tell the oracle, and are told by it. It goes beside the DOM, so that whoever looks into a page
 * finds nothing of it there; and it is no request that anybody made of Microsoft, so it is not in the log.
 */
export function witness(world: World, host: string) {
  const routes = new Hono<Env>();
  routes.post('/practice/document', async (c) => {
    const shown = await read(c, ShownDocument);
    if (!shown) return c.body(null, 400);
    world.state.portal.shows({ ...shown, host });
    return c.body(null, 204);
  });
  routes.post('/practice/event', async (c) => {
    const event = await read(c, WitnessedEvent);
    if (!event) return c.body(null, 400);
    world.state.portal.happened({ ...event, host });
    return c.body(null, 204);
  });
  routes.post('/practice/closed', async (c) => {
    const closed = await read(c, Closed);
    if (!closed) return c.body(null, 400);
    world.state.portal.closed(closed.document);
    return c.body(null, 204);
  });
  routes.get('/practice/orders', (c) =>
    c.body(orderStream(world, c.req.raw.signal), 200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    }),
  );
  return routes;
}
