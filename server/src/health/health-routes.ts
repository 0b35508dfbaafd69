import type { Hono } from 'hono';
import { socketIsLocal } from '../http/socket.ts';
import type { HttpEnvironment } from '../http/context.ts';
import { fail } from '../http/fail.ts';
import type { Metrics } from './metrics.ts';

/** Whether the server runs, whether it can be used, and its numbers (for this machine only). */
export function mountHealth(
  app: Hono<HttpEnvironment>,
  health: {
    readonly version: string;
    /** Throws, or gives false, when the database does not answer. */
    readonly isReady: () => Promise<boolean>;
    readonly metrics: Metrics;
  },
): void {
  app.get('/healthz', (c) => c.json({ status: 'ok', version: health.version }));

  app.get('/readyz', async (c) => {
    const isReady = await health.isReady().catch(() => false);
    return isReady ? c.json({ status: 'ready' }) : fail(c, 'storage_unavailable');
  });

  app.get('/metrics', async (c) => {
    // Through a proxy everybody is local: numbers are for whoever asks on this machine directly.
    if (!socketIsLocal(c) || c.req.header('x-forwarded-for') !== undefined) return fail(c, 'route_unknown');
    return c.body(await health.metrics.text(), 200, { 'content-type': health.metrics.contentType });
  });
}
