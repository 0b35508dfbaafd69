import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PendingMails, PendingOrder } from '@latchkey/shared/api/pending-invitations';
import type { Owner } from '@latchkey/shared/invitations/standing';
import { pendingStatuses } from '@latchkey/shared/invitations/status';
import { signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useClock } from '../look/clock.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';
import { createPagedList, type PagedList } from './paged-list.ts';
import { isPendingFiltered, pendingFilterAt, type ChosenPending } from './pending-filter.ts';

interface PendingPages {
  readonly paged: PagedList<InvitationView>;
  /** How many wait for whom, whatever owner is chosen; undefined before the first answer. */
  readonly counts: ReadonlySignal<Readonly<Record<Owner, number>> | undefined>;
  /** By invitation, of those that were mailed. */
  readonly mails: ReadonlySignal<ReadonlyMap<string, PendingMails>>;
}

/** So often at most the list is read again while much is changing. */
const everyMs = 1000;

/** The pending list as it is asked for now, live. What was shown stays until there is an answer to another question. */
export function usePendingList(filter: ChosenPending, order: PendingOrder, meant: string | null): PendingPages {
  const { api, clock } = useSurroundings();
  const { pending } = useDesk();
  const asked = useRef({ filter, order, meant });
  asked.current = { filter, order, meant };
  const { paged, counts, mails } = useMemo(() => {
    const counted = signal<Readonly<Record<Owner, number>> | undefined>(undefined);
    const mailed = signal<ReadonlyMap<string, PendingMails>>(new Map());
    const list = createPagedList<InvitationView>(async (before) => {
      const { filter: chosen, order: by, meant: id } = asked.current;
      const query = { ...pendingFilterAt(chosen, clock.now()), order: by, before };
      const reply = await api.call('listPending', { query });
      if (!reply.ok) return reply;
      counted.value = reply.value.counts;
      const found = reply.value.mails.map((one) => [one.newest.invitationId, one] as const);
      mailed.value = new Map([...(before === undefined ? [] : mailed.value), ...found]);
      const isHere = id === null || before !== undefined || reply.value.items.some((one) => one.id === id);
      if (isHere || isPendingFiltered(chosen)) return reply;
      // Whoever came here for one of ten thousand finds it, wherever it stands.
      const one = await api.call('readInvitation', { params: { invitationId: id } });
      if (!one.ok || !pendingStatuses.includes(one.value.status)) return reply;
      return { ok: true, value: { ...reply.value, items: [one.value, ...reply.value.items] } };
    }, clock.now);
    return { paged: list, counts: counted, mails: mailed };
  }, []);
  useEffect(() => void paged.list.refresh(), [filter, order, meant]);
  // Whatever changes, by whomever, the desk's own list has heard of it.
  const heard = pending.list.known.value.at;
  const last = useRef(heard);
  useEffect(() => {
    if (heard === last.current) return undefined;
    last.current = heard;
    const timer = setTimeout(() => void paged.list.refresh(), sinceLastMs(clock.now(), paged) < everyMs ? everyMs : 0);
    return () => clearTimeout(timer);
  }, [heard]);
  // A mail that is tried each minute counts up without a line in the trail, and so without a change that is heard of.
  const tick = useClock().coarse.value;
  const isTried = [...mails.value.values()].some(({ newest }) => newest.state === 'waiting' && newest.tries > 0);
  const ticked = useRef(tick);
  useEffect(() => {
    if (tick === ticked.current) return;
    ticked.current = tick;
    if (isTried) void paged.list.refresh();
  }, [tick]);
  return { paged, counts, mails };
}

const sinceLastMs = (now: number, { list }: PagedList<InvitationView>): number => now - (list.known.peek().at ?? 0);
