import type { InvitationView } from '@latchkey/shared/api/invitations';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Pending } from '../checklist/pending.ts';
import { createResource, type Known } from '../server-api/resource.ts';
import { panelInvitation } from '../session/remembered.ts';
import { useSurroundings } from '../session/surroundings.ts';

/** The sign-in that was started last, of those that are still under way. */
const newestStarted = (items: readonly InvitationView[]): InvitationView | undefined =>
  items
    .filter(({ startedAt }) => startedAt !== null)
    .toSorted((one, other) => Date.parse(other.startedAt ?? '') - Date.parse(one.startedAt ?? ''))[0];

/** The invitation that the panel stands beside, live; `undefined` as its id when there is none. */
export function usePanelInvitation(pending: Pending): {
  readonly id: string | undefined;
  readonly known: Known<InvitationView>;
} {
  const { api, clock } = useSurroundings();
  const [chosen, choose] = useState<string | null>(null);
  useEffect(() => {
    void panelInvitation.getValue().then(choose);
    return panelInvitation.watch(choose);
  }, []);
  const items = pending.list.known.value.value?.items ?? [];
  const id = chosen ?? newestStarted(items)?.id;
  const { resource, end } = useMemo(() => {
    const ending = new AbortController();
    const one = createResource(() => api.call('readInvitation', { params: { invitationId: id ?? '' } }), clock.now);
    pending.listen((change) => {
      if (change.invitationId === id) void one.refresh();
    }, ending.signal);
    return { resource: one, end: ending };
  }, [id, pending]);
  useEffect(() => {
    if (id !== undefined) void resource.refresh();
    return () => end.abort();
  }, [resource]);
  const known = resource.known.value;
  const listed = items.find((item) => item.id === id);
  return { id, known: known.value === undefined && listed !== undefined ? { ...known, value: listed } : known };
}
