import type { PasswordStanding } from '@latchkey/shared/api/passwords';
import type { Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useFollowed } from './use-followed.ts';

/** The acknowledgement and the password of one customer, as far as anybody may know them; live while its page is open. */
export function usePassword(customerId: string): Resource<PasswordStanding> {
  const { api } = useSurroundings();
  return useFollowed(customerId, () => api.call('readPassword', { params: { customerId } }));
}
