import { Hono } from 'hono';
import * as z from 'zod';
import type { World } from '../world/world.ts';
import type { MailFault } from './mailbox.ts';

/** What can become of a mail in place of being taken. */
export const MailFaultOrder = z
  .union([
    z.strictObject({ at: z.enum(['receiver', 'message']), status: z.int().min(400).max(599), times: z.int().min(1) }),
    z.strictObject({ hangsUp: z.enum(['before', 'after']), times: z.int().min(1) }),
  ])
  .transform(({ times, ...fault }) => ({ fault: fault as MailFault, times }));

/** What arrived, told to tests. */
export const mailOracle = (world: World) =>
  new Hono().get('/', (c) => {
    const after = Number(c.req.query('after') ?? 0);
    return c.json({ mails: world.state.mailbox.all().filter(({ sequence }) => sequence > after) });
  });
