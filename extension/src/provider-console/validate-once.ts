import { createServerApi } from '../server-api/server-api.ts';
import type { Exclusively } from '../session/exclusively.ts';
import { forgetSession } from '../session/forget-session.ts';
import { keptSession, lastConsoleValidation } from '../session/remembered.ts';

interface Needs {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly exclusively: Exclusively;
}

/** `refused`: another one is under way, or ended less than 5 s ago, or nobody is signed in. */
export type ValidationEnd = 'done' | 'failed' | 'refused';

const restMs = 5_000;

/**
 * Validates as the provider's console may ask for it: one at a time over all tabs and pages, and not more often than each 5 s, also
 * when the worker has died in between.
 */
export function createOnceValidator({ fetch: send, now, exclusively }: Needs) {
  let running = false;

  async function mayRun(): Promise<boolean> {
    const last = await lastConsoleValidation.getValue();
    if (Math.abs(now() - last) < restMs) return false;
    await lastConsoleValidation.setValue(now());
    return true;
  }

  async function run(connectionId: string): Promise<ValidationEnd> {
    const kept = await keptSession.getValue();
    if (kept === null || !(await mayRun())) return 'refused';
    const api = createServerApi({
      origin: kept.origin,
      session: () => kept.session,
      onSessionEnded: (ended) => void forgetSession(ended, 'ended'),
      fetch: send,
    });
    // The lock that the extension's own pages take as well.
    const reply = await exclusively(`validate ${connectionId}`, () =>
      api.call('validateConnection', { params: { connectionId } }),
    );
    if (reply === 'elsewhere') return 'refused';
    return reply.ok ? 'done' : 'failed';
  }

  return {
    async validate(connectionId: string): Promise<ValidationEnd> {
      // Before anything is awaited: of two that ask at once one is refused.
      if (running) return 'refused';
      running = true;
      try {
        return await run(connectionId);
      } finally {
        running = false;
      }
    },
  };
}
