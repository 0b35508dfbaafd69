import type { RunChoice, RunView } from '@latchkey/shared/api/validation-runs';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Pending } from '../checklist/pending.ts';
import type { ClientError, Reply } from '../server-api/client-error.ts';
import { keyFor, type KeptKey } from '../server-api/idempotency.ts';
import { createResource, type Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';

export type RunMove = 'pauseRun' | 'resumeRun' | 'cancelRun';

export interface Runs {
  /** The newest validation of many, whoever started it; null where there was none. */
  readonly latest: Resource<RunView | null>;
  readonly error: ClientError | null;
  start(choice: RunChoice): Promise<boolean>;
  move(move: RunMove, runId: string): Promise<void>;
}

/** So often at most a page reads again while a run changes something many times a second. */
const everyMs = 1000;

/** The validation of many that is under way, live. */
export function useRuns(pending: Pending, onChange: () => void): Runs {
  const { api, clock } = useSurroundings();
  const [error, setError] = useState<ClientError | null>(null);
  const key = useRef<KeptKey | null>(null);
  const { latest, end } = useMemo(
    () => ({
      end: new AbortController(),
      latest: createResource<RunView | null>(async () => {
        const reply = await api.call('listRuns', {});
        return reply.ok ? { ok: true, value: reply.value.runs[0] ?? null } : reply;
      }, clock.now),
    }),
    [],
  );
  useEffect(() => {
    void latest.refresh();
    let timer: ReturnType<typeof setTimeout> | undefined;
    pending.listen(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void latest.refresh();
        onChange();
      }, everyMs);
    }, end.signal);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, []);
  const told = (reply: Reply<RunView>): boolean => {
    setError(reply.ok ? null : reply.error);
    if (reply.ok) latest.put(reply.value, clock.now());
    return reply.ok;
  };
  return {
    latest,
    error,
    async start(choice) {
      key.current = keyFor(choice, key.current, () => crypto.randomUUID());
      const started = told(await api.call('startRun', { body: choice }, { idempotencyKey: key.current.key }));
      // The same choice once more is another run.
      if (started) key.current = null;
      return started;
    },
    move: async (move, runId) => void told(await api.call(move, { params: { runId } })),
  };
}
