import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../log/logged.ts';
import type { World } from '../world/world.ts';

const text = z.string().max(2000);
const rectangle = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const Shown = z.strictObject({
  path: text,
  hash: text,
  /** What a person can press or fill in, in the order of the page. */
  targets: z.array(z.strictObject({ role: text, label: text, rectangle })).max(500),
});

const Happened = z.strictObject({ type: text, trusted: z.boolean(), label: text.nullable() });

/** What the console's page says that it shows and was done to. For the oracle alone. */
export interface ConsoleStage {
  shown: z.output<typeof Shown> | null;
  readonly events: z.output<typeof Happened>[];
}

export const openConsoleStage = (): ConsoleStage => ({ shown: null, events: [] });

/** Beside the DOM, and not in the log: it is no request that anybody made. */
export function consoleWitness(world: World) {
  const read = async (c: { req: { json(): Promise<unknown> } }): Promise<unknown> =>
    c.req.json().catch(() => undefined);
  return new Hono<Env>()
    .post('/practice/document', async (c) => {
      const shown = Shown.safeParse(await read(c));
      if (shown.success) world.state.consoleStage.shown = shown.data;
      return c.body(null, shown.success ? 204 : 400);
    })
    .post('/practice/event', async (c) => {
      const happened = Happened.safeParse(await read(c));
      if (happened.success) world.state.consoleStage.events.push(happened.data);
      return c.body(null, happened.success ? 204 : 400);
    });
}

/** What tests may ask of it. */
export const consoleOracle = (world: World) =>
  new Hono().get('/', (c) => {
    const { shown, events } = world.state.consoleStage;
    return c.json({ shown, events, untrusted: events.filter(({ trusted }) => !trusted).length });
  });
