import type { PendingBefore } from '@latchkey/shared/api/approve-again';
import { useRef, useState } from 'preact/hooks';
import type { ClientError, Reply } from '../server-api/client-error.ts';
import { keyFor, type KeptKey } from '../server-api/idempotency.ts';

interface Steps<Value> {
  /** What is pending before the new invitation. */
  readonly look: () => Promise<Reply<{ readonly pending: PendingBefore }>>;
  readonly invite: (
    body: { readonly replacePending?: true },
    options: { readonly idempotencyKey: string },
  ) => Promise<Reply<Value>>;
  readonly onInvited: (value: Value) => void;
  /** What is asked for: the same, sent again because the answer was lost, keeps its key. */
  readonly content: unknown;
}

export interface Replacing {
  readonly asks: boolean;
  readonly error: ClientError | null;
  /** Looks first, and asks where something would be replaced. */
  readonly start: () => Promise<void>;
  readonly invite: (replace: boolean) => Promise<void>;
  readonly stop: () => void;
  /** Another thing is asked for: what was said of the one before goes. */
  readonly forget: () => void;
}

/** A new invitation for one connection, which takes the place of nothing that nobody has agreed to. */
export function useReplacing<Value>({ look, invite, onInvited, content }: Steps<Value>): Replacing {
  const [asks, setAsks] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);
  const sent = useRef<KeptKey | null>(null);

  async function go(replace: boolean): Promise<void> {
    sent.current = keyFor([content, replace], sent.current, () => crypto.randomUUID());
    const reply = await invite(replace ? { replacePending: true } : {}, { idempotencyKey: sent.current.key });
    setError(reply.ok ? null : reply.error);
    if (!reply.ok) return;
    sent.current = null;
    setAsks(false);
    onInvited(reply.value);
  }

  async function start(): Promise<void> {
    setError(null);
    const found = await look();
    if (!found.ok) return setError(found.error);
    if (found.value.pending === 'replaceable') return setAsks(true);
    // What stays is the server's to refuse, with its reason.
    await go(false);
  }

  return { asks, error, start, invite: go, stop: () => setAsks(false), forget: () => setError(null) };
}
