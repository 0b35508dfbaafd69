import { Hono } from 'hono';
import { z } from 'zod';
import { BehaviourChange } from '../portal/behaviour.ts';
import type { World } from '../world/world.ts';

const Act = z.strictObject({ do: z.enum(['rerender', 'replace-frame', 'report']) });

/** Leaves what was not named as it is. */
const named = <Change extends object>(change: Change) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** What the portals show and were done to, and how they behave from now on. */
export function portalOracle(world: World) {
  return new Hono()
    .get('/', (c) => {
      const { behaviour, documents, events } = world.state.portal;
      const untrusted = events().filter(({ trusted }) => !trusted);
      return c.json({ behaviour, documents: documents(), events: events(), untrusted: untrusted.length });
    })
    .post('/behaviour', async (c) => {
      const change = BehaviourChange.safeParse(await c.req.json());
      if (!change.success) return c.json({ problems: change.error.issues }, 400);
      const { portal } = world.state;
      portal.behaviour = { ...portal.behaviour, ...named(change.data) };
      world.orders.give({ do: 'behave', behaviour: portal.behaviour });
      return c.json({ behaviour: portal.behaviour });
    })
    .post('/acts', async (c) => {
      const act = Act.safeParse(await c.req.json());
      if (!act.success) return c.json({ problems: act.error.issues }, 400);
      if (act.data.do === 'report') world.state.portal.forgetDocuments();
      world.orders.give(act.data);
      return c.json({ told: true });
    });
}
