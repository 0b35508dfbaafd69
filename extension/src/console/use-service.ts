import type { ValidationView } from '@latchkey/shared/api/connections';
import type { ServiceView } from '@latchkey/shared/api/services';
import { useEffect, useMemo } from 'preact/hooks';
import { createResource, type Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';

interface ServiceAtHand {
  readonly service: Resource<ServiceView>;
  /** The newest validation of its connection; null when there is none. */
  readonly latest: Resource<ValidationView | null>;
}

/** One service with the newest validation of its connection, live for as long as its page is open. */
export function useService(id: string): ServiceAtHand {
  const { api, clock } = useSurroundings();
  const { pending } = useDesk();
  const { service, latest, end } = useMemo(() => {
    const ending = new AbortController();
    const one = createResource(() => api.call('readService', { params: { serviceId: id } }), clock.now);
    const newest = createResource<ValidationView | null>(async () => {
      const connectionId = one.known.peek().value?.connection?.id;
      if (connectionId === undefined) return { ok: true, value: null };
      return api.call('readLatestValidation', { params: { connectionId } });
    }, clock.now);
    pending.listen(({ serviceId, connectionId }) => {
      if (serviceId !== id && (connectionId === null || connectionId !== one.known.peek().value?.connection?.id))
        return;
      void one.refresh().then(() => newest.refresh());
    }, ending.signal);
    return { service: one, latest: newest, end: ending };
  }, [id]);
  useEffect(() => {
    void service.refresh().then(() => latest.refresh());
    return () => end.abort();
  }, [service]);
  return { service, latest };
}
