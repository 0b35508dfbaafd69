import { useEffect, useMemo } from 'preact/hooks';
import type { Reply } from '../server-api/client-error.ts';
import type { Resource } from '../server-api/resource.ts';
import { useDesk } from './desk.ts';

/** What is read of the thing with this id, and read again whenever something of it has changed, for as long as its page is open. */
export function useFollowed<Value>(id: string, load: () => Promise<Reply<Value>>): Resource<Value> {
  const { follow } = useDesk();
  const { resource, end } = useMemo(() => {
    const ending = new AbortController();
    return { end: ending, resource: follow(load, id, ending.signal) };
  }, [id]);
  useEffect(() => {
    void resource.refresh();
    return () => end.abort();
  }, [resource]);
  return resource;
}
