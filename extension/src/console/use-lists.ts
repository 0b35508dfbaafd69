import type { ImportCheck, ImportView } from '@latchkey/shared/api/invitation-imports';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { keyFor, type KeptKey } from '../server-api/idempotency.ts';
import type { ClientError, Reply } from '../server-api/client-error.ts';
import { createResource, type Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';

/** What a list of one kind is asked for and by. */
interface ListCalls<View> {
  list(): Promise<Reply<{ readonly imports: readonly View[] }>>;
  check(csv: string): Promise<Reply<ImportCheck>>;
  start(csv: string, idempotencyKey: string): Promise<Reply<View>>;
  cancel(id: string): Promise<Reply<View>>;
}

interface Lists<View> {
  /** The newest list, whoever confirmed it; null where there was none. */
  readonly latest: Resource<View | null>;
  readonly error: ClientError | null;
  /** What was found in the file that was chosen last. */
  readonly found: { readonly csv: string; readonly check: ImportCheck } | null;
  check(csv: string): Promise<void>;
  /** `asked`: what else is sent with the file, so that another wish is not taken for the same one once more. */
  start(asked: string): Promise<void>;
  cancel(id: string): Promise<void>;
}

/** So often at most the page reads again while a list is being worked off. */
const everyMs = 1000;

/** The file that was chosen, and the list that is being worked off, live. */
export function useLists<View extends ImportView>(calls: ListCalls<View>): Lists<View> {
  const { clock } = useSurroundings();
  const { pending } = useDesk();
  const [error, setError] = useState<ClientError | null>(null);
  const [found, setFound] = useState<Lists<View>['found']>(null);
  const key = useRef<KeptKey | null>(null);
  const latest = useMemo(
    () =>
      createResource<View | null>(async () => {
        const reply = await calls.list();
        return reply.ok ? { ok: true, value: reply.value.imports[0] ?? null } : reply;
      }, clock.now),
    [],
  );
  useEffect(() => {
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    void latest.refresh();
    pending.listen(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void latest.refresh();
      }, everyMs);
    }, end.signal);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, []);
  return {
    latest,
    error,
    found,
    async check(csv) {
      setFound(null);
      const reply = await calls.check(csv);
      setError(reply.ok ? null : reply.error);
      if (reply.ok) setFound({ csv, check: reply.value });
    },
    async start(asked) {
      if (found === null) return;
      key.current = keyFor({ csv: found.csv, asked }, key.current, () => crypto.randomUUID());
      const reply = await calls.start(found.csv, key.current.key);
      setError(reply.ok ? null : reply.error);
      if (!reply.ok) return;
      key.current = null;
      setFound(null);
      latest.put(reply.value, clock.now());
    },
    async cancel(importId) {
      const reply = await calls.cancel(importId);
      setError(reply.ok ? null : reply.error);
      if (reply.ok) latest.put(reply.value, clock.now());
    },
  };
}
