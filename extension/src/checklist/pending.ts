import type { Change } from '@latchkey/shared/api/changes';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { signal, type ReadonlySignal } from '@preact/signals';
import type { StreamState } from '../server-api/change-stream.ts';
import { createResource, type Resource } from '../server-api/resource.ts';
import { savedPending } from '../session/remembered.ts';
import type { Surroundings } from '../session/surroundings.ts';

/** The pending invitations, the newest 50 of them: more than one person can look after. */
export interface PendingList {
  readonly items: readonly InvitationView[];
  readonly total: number;
  readonly next: string | null;
  /** Null while the list is only remembered. */
  readonly sequence: number | null;
}

/** The pending invitations of the provider, live. */
export interface Pending {
  readonly list: Resource<PendingList>;
  readonly stream: ReadonlySignal<StreamState>;
  readonly lastChange: ReadonlySignal<string | null>;
  /** Since when nobody has answered; null while somebody does. */
  readonly offlineSince: ReadonlySignal<number | null>;
  /** Tells of every change at the server, until `end` aborts. */
  listen(listener: (change: Change) => void, end: AbortSignal): void;
}

const firstWaitMs = 1000;
const longestWaitMs = 15_000;

/** Reads the list, keeps it live until `end` aborts, and leaves a copy for the next page that opens. */
export function openPending({ api, clock, follow }: Surroundings, end: AbortSignal): Pending {
  const stream = signal<StreamState>('connecting');
  const lastChange = signal<string | null>(null);
  const offlineSince = signal<number | null>(null);
  const listeners = new Set<(change: Change) => void>();

  const list = createResource<PendingList>(async () => {
    const reply = await api.call('listInvitations', { query: { which: 'pending' } });
    if (reply.ok) {
      offlineSince.value = null;
      const { items, total } = reply.value;
      await savedPending.setValue({ at: new Date(clock.now()).toISOString(), items: items.slice(0, 50), total });
    } else if (reply.error.code === 'offline') offlineSince.value ??= clock.now();
    return reply;
  }, clock.now);

  async function open(): Promise<void> {
    const saved = await savedPending.getValue();
    if (saved !== null) list.put({ ...saved, next: null, sequence: null }, Date.parse(saved.at), true);
    await firstRead(list, end);
    if (end.aborted) return;
    follow({
      after: list.known.peek().value?.sequence ?? 0,
      signal: end,
      onState: (state) => {
        stream.value = state;
        // While there is no stream, asking says whether anybody is there; once there is one again, it has come back.
        if (state === 'waiting' || (state === 'live' && list.known.peek().error !== null)) void list.refresh();
      },
      onChange: (change) => {
        lastChange.value = change.at;
        void list.refresh();
        for (const listener of listeners) listener(change);
      },
    });
  }
  void open();

  return {
    list,
    stream,
    lastChange,
    offlineSince,
    listen(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}

/** The stream starts behind a list, so the list comes first, however long that takes. */
async function firstRead(list: Resource<PendingList>, end: AbortSignal): Promise<void> {
  for (let wait = firstWaitMs; !end.aborted; wait = Math.min(longestWaitMs, wait * 2)) {
    await list.refresh();
    if (list.known.peek().error === null) return;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
