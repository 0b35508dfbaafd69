import { resources as microsoft, signInScopes, type PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { Application, OfferedPermissions } from './application.ts';
import { printResource, setOn } from './commands.ts';
import { graphOf, type Deployment, type ProfilesNow } from './deployment.ts';
import { unknown, type Judgement } from './finding.ts';
import { accessOf, keyOf, namesOf, type NamedPermission } from './named-permissions.ts';
import type { Reading } from './read-registrations.ts';

/**
 * The static list of the consent app against the permission profiles. `.default` and the portal's own button ask for exactly that list:
 * what it lacks is taken away again by a click there, what it has too much is asked of every customer.
 */
export function checkPermissions(
  app: Application,
  { configuration, profiles }: Deployment,
  resources: ReadonlyMap<string, Reading<OfferedPermissions>>,
): Judgement {
  if (profiles === undefined) return unknown('profiles_unread');
  const offered = readOf(resources);
  const asked = namesOf(app, offered);
  const meant = meantOf(profiles);
  const needed = meant.flatMap(({ permissions }) => permissions);
  const unread = needed.find(({ resourceAppId }) => !offered.has(resourceAppId));
  if (unread !== undefined) return unknown('resource_unread', { mend: printResource(unread.resourceAppId) });
  const best = meant
    .map((profile) => ({ profile, ...difference(profile, asked) }))
    .toSorted((one, other) => sizeOf(one) - sizeOf(other))[0];
  if (best === undefined) return unknown('profiles_unread');
  const { profile, lacks, surplus } = best;
  const isEqual = lacks.length + surplus.length === 0;
  const names = (permissions: readonly NamedPermission[]) => permissions.map(nameOf);
  const access = accessOf([...profile.permissions, ...asked.filter(isOfSignIn)], offered);
  const mend =
    access && setOn(graphOf(configuration), configuration.consentClientId, { requiredResourceAccess: access });
  const seen = {
    expected: names(profile.permissions),
    found: names(asked),
    lacks: names(lacks),
    surplus: names(surplus),
  };
  // One list cannot equal two profiles; whoever uses both has customers for whom it is the wrong one.
  const others = profiles.inUse.length > 1 && meant.some((one) => sizeOf(difference(one, asked)) > 0);
  if (isEqual && others) return { ...seen, standing: 'warning', reason: 'several_profiles' };
  return { ...seen, standing: isEqual ? 'good' : 'bad', mend: mend ?? null };
}

/** The profiles that are in use; while none is, any of them may be meant. */
const meantOf = ({ all, inUse }: ProfilesNow): readonly PermissionProfile[] => {
  const used = all.filter(({ id }) => inUse.includes(id));
  return (used.length === 0 ? all : used).map(withPlainIds);
};

const withPlainIds = (profile: PermissionProfile): PermissionProfile => ({
  ...profile,
  permissions: profile.permissions.map((one) => ({ ...one, resourceAppId: one.resourceAppId.toLowerCase() })),
});

const readOf = (resources: ReadonlyMap<string, Reading<OfferedPermissions>>): ReadonlyMap<string, OfferedPermissions> =>
  new Map([...resources].flatMap(([appId, one]) => (one.state === 'read' ? [[appId, one.value] as const] : [])));

interface Difference {
  readonly lacks: readonly NamedPermission[];
  readonly surplus: readonly NamedPermission[];
}

const sizeOf = ({ lacks, surplus }: Difference): number => lacks.length + surplus.length;

function difference({ permissions }: PermissionProfile, asked: readonly NamedPermission[]): Difference {
  const has = new Set(asked.map(keyOf));
  const wanted = new Set(permissions.map(keyOf));
  return {
    lacks: permissions.filter((one) => one.required && !has.has(keyOf(one))),
    surplus: asked.filter((one) => !wanted.has(keyOf(one)) && !isOfSignIn(one)),
  };
}

const isOfSignIn = ({ resourceAppId, kind, value }: NamedPermission): boolean =>
  resourceAppId === microsoft.graph && kind === 'delegated' && (signInScopes as readonly string[]).includes(value);

/** By its claim value; of another resource than Graph with the resource before it. */
const nameOf = ({ resourceAppId, kind, value }: NamedPermission): string =>
  `${resourceAppId === microsoft.graph ? '' : `${resourceAppId}/`}${value} (${kind})`;
