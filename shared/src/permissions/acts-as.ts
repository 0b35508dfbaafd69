import type { PermissionProfile } from './profile.ts';

/** Who carries out what a profile is for: somebody who signed in, or the application itself. */
export type ActsAs = 'account' | 'application';

/** By the kind of its permissions; undefined where they are of both kinds, which no single token can carry. */
export function actsAs({ permissions }: Pick<PermissionProfile, 'permissions'>): ActsAs | undefined {
  const kinds = new Set(permissions.map(({ kind }) => kind));
  if (kinds.size !== 1) return undefined;
  return kinds.has('application') ? 'application' : 'account';
}
