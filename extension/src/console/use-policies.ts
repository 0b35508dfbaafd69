import { useEffect, useMemo } from 'preact/hooks';
import { createResource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';

/** The provider's switches, read when the page is opened. */
export function usePolicies() {
  const { api, clock } = useSurroundings();
  const policies = useMemo(() => createResource(() => api.call('readPolicies', {}), clock.now), []);
  useEffect(() => void policies.refresh(), [policies]);
  return policies;
}
