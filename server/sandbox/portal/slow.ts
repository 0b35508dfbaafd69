import type { MiddlewareHandler } from 'hono';
import { setTimeout as pause } from 'node:timers/promises';
import type { Env } from '../log/logged.ts';
import type { World } from '../world/world.ts';

/** Lets pages and data wait as long as the portal is told to be slow; scripts and styles come from nearer by, as they do there. */
export const slow =
  (world: World): MiddlewareHandler<Env> =>
  async (_, next) => {
    const { slowMs } = world.state.portal.behaviour;
    if (slowMs > 0) await pause(slowMs);
    await next();
  };
