import type { InvitationView } from '@latchkey/shared/api/invitations';
import { useEffect, useMemo } from 'preact/hooks';
import type { Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';

/** One invitation, live for as long as its page is open. */
export function useInvitation(id: string): Resource<InvitationView> {
  const { api } = useSurroundings();
  const { follow } = useDesk();
  const { resource, end } = useMemo(() => {
    const ending = new AbortController();
    const load = () => api.call('readInvitation', { params: { invitationId: id } });
    return { end: ending, resource: follow<InvitationView>(load, id, ending.signal) };
  }, [id]);
  useEffect(() => {
    void resource.refresh();
    return () => end.abort();
  }, [resource]);
  return resource;
}
