import type { ImportCheck, ImportView } from '@latchkey/shared/api/invitation-imports';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClientError } from '../server-api/client-error.ts';
import { keyFor, type KeptKey } from '../server-api/idempotency.ts';
import { createResource, type Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';

interface Imports {
  /** The newest list, whoever confirmed it; null where there was none. */
  readonly latest: Resource<ImportView | null>;
  readonly error: ClientError | null;
  /** What was found in the file that was chosen last. */
  readonly found: { readonly csv: string; readonly check: ImportCheck } | null;
  check(csv: string): Promise<void>;
  start(): Promise<void>;
  cancel(id: string): Promise<void>;
}

/** So often at most the page reads again while a list is being created. */
const everyMs = 1000;

/** The file that was chosen, and the list that is being created, live. */
export function useImports(): Imports {
  const { api, clock } = useSurroundings();
  const { pending } = useDesk();
  const [error, setError] = useState<ClientError | null>(null);
  const [found, setFound] = useState<Imports['found']>(null);
  const key = useRef<KeptKey | null>(null);
  const latest = useMemo(
    () =>
      createResource<ImportView | null>(async () => {
        const reply = await api.call('listImports', {});
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
      const reply = await api.call('checkImport', { body: { csv } });
      setError(reply.ok ? null : reply.error);
      if (reply.ok) setFound({ csv, check: reply.value });
    },
    async start() {
      if (found === null) return;
      const body = { csv: found.csv };
      key.current = keyFor(body, key.current, () => crypto.randomUUID());
      const reply = await api.call('startImport', { body }, { idempotencyKey: key.current.key });
      setError(reply.ok ? null : reply.error);
      if (!reply.ok) return;
      key.current = null;
      setFound(null);
      latest.put(reply.value, clock.now());
    },
    async cancel(importId) {
      const reply = await api.call('cancelImport', { params: { importId } });
      setError(reply.ok ? null : reply.error);
      if (reply.ok) latest.put(reply.value, clock.now());
    },
  };
}
