import type { PasswordStanding } from '@latchkey/shared/api/passwords';
import { useEffect, useMemo } from 'preact/hooks';
import type { Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';

/** The acknowledgement and the password of one customer, as far as anybody may know them; live while its page is open. */
export function usePassword(customerId: string): Resource<PasswordStanding> {
  const { api } = useSurroundings();
  const { follow } = useDesk();
  const { resource, end } = useMemo(() => {
    const ending = new AbortController();
    const load = () => api.call('readPassword', { params: { customerId } });
    return { end: ending, resource: follow<PasswordStanding>(load, customerId, ending.signal) };
  }, [customerId]);
  useEffect(() => {
    void resource.refresh();
    return () => end.abort();
  }, [resource]);
  return resource;
}
