import type { PermissionProfileView } from '@latchkey/shared/api/permissions';
import { useEffect, useMemo } from 'preact/hooks';
import type { ExtensionWords } from '../look/words.ts';
import { createResource, type Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';

/** Every profile in its newest version: Latchkey's own first. */
export function useProfiles(): Resource<readonly PermissionProfileView[]> {
  const { api, clock } = useSurroundings();
  const profiles = useMemo(
    () =>
      createResource<readonly PermissionProfileView[]>(async () => {
        const reply = await api.call('listPermissionProfiles', {});
        return reply.ok ? { ok: true, value: reply.value.profiles } : reply;
      }, clock.now),
    [],
  );
  useEffect(() => void profiles.refresh(), []);
  return profiles;
}

/** The provider's own are called as they named them. */
export function nameOfProfile(id: string, { permissionTable: { profiles } }: ExtensionWords): string {
  return Object.hasOwn(profiles, id) ? profiles[id as keyof typeof profiles] : id;
}
