import { getConnInfo } from '@hono/node-server/conninfo';
import type { HttpContext } from './context.ts';

/** The address at the other end of the socket; undefined without a socket. */
export function socketAddress(c: HttpContext): string | undefined {
  try {
    return getConnInfo(c).remote.address;
  } catch {
    return undefined;
  }
}

/** Whether the caller is on this machine. */
export const socketIsLocal = (c: HttpContext): boolean =>
  /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(socketAddress(c) ?? '');
