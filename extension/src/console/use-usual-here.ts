import { useEffect, useMemo } from 'preact/hooks';
import { createResource } from '../server-api/resource.ts';
import type { Answer } from '../server-api/server-api.ts';
import { useSurroundings } from '../session/surroundings.ts';

/** What a new invitation is made with where nothing is chosen; undefined while that is not known. */
export function useUsualHere(): Answer<'readMailSetting'> | undefined {
  const { api, clock } = useSurroundings();
  const setting = useMemo(() => createResource(() => api.call('readMailSetting', {}), clock.now), []);
  useEffect(() => void setting.refresh(), []);
  return setting.known.value.value;
}
