import { readShortName } from '@latchkey/shared/customers/short-name';
import { z } from 'zod';
import type { ConsoleOrder } from './console-data.ts';
import { consoleLicences, consoleMethods } from './page/lists.ts';

const Order = z.strictObject({
  fullName: z.string().trim().min(1).max(120),
  shortName: z.string().refine((typed) => readShortName(typed).ok),
  licence: z.enum(consoleLicences),
  users: z.int().min(1).max(500),
  method: z.enum(consoleMethods),
  email: z.string().max(200),
});

/** What the wizard sends. There is no password among it: the page keeps what is typed there to itself. */
export function readOrder(sent: unknown): ConsoleOrder | undefined {
  const read = Order.safeParse(sent);
  return read.success ? read.data : undefined;
}

export function readUsername(sent: unknown): string | undefined {
  const read = z.object({ username: z.string() }).safeParse(sent);
  return read.success ? read.data.username : undefined;
}
