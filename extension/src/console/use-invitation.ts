import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useFollowed } from './use-followed.ts';

/** One invitation, live for as long as its page is open. */
export function useInvitation(id: string): Resource<InvitationView> {
  const { api } = useSurroundings();
  return useFollowed(id, () => api.call('readInvitation', { params: { invitationId: id } }));
}
