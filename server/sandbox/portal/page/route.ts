/** Where the hash leads. */
export type Route =
  | { readonly blade: 'home' }
  | { readonly blade: 'applications' }
  | { readonly blade: 'overview' | 'permissions'; readonly objectId: string; readonly appId: string | undefined };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const items: Readonly<Record<string, 'overview' | 'permissions'>> = {
  overview: 'overview',
  permissions: 'permissions',
};

/** What stands behind a name in the path: `/objectId/{this}`. */
function valueOf(segments: readonly string[], name: string): string | undefined {
  const at = segments.findIndex((segment) => segment.toLowerCase() === name.toLowerCase());
  return at < 0 ? undefined : segments[at + 1];
}

/** The menu's item: `~/Permissions`, or `menuItemId/Permissions`, or (older) right behind the blade's name. */
function itemOf(segments: readonly string[]): 'overview' | 'permissions' {
  const named = valueOf(segments, '~') ?? valueOf(segments, 'menuItemId') ?? segments[0] ?? '';
  return items[named.toLowerCase()] ?? 'overview';
}

/** Reads the hash as the portal does: an optional `#@domain`, then the blade; parts that it does not know are passed over. */
export function readRoute(hash: string): Route {
  const [view, extension, blade, ...segments] = hash
    .replace(/^#@[^/]+\/?/, '#')
    .slice(1)
    .split('/');
  if (!['view', 'blade'].includes(view ?? '') || extension !== 'Microsoft_AAD_IAM') return { blade: 'home' };
  if (blade === 'StartboardApplicationsMenuBlade') return { blade: 'applications' };
  const objectId = valueOf(segments, 'objectId') ?? '';
  if (blade !== 'ManagedAppMenuBlade' || !guid.test(objectId)) return { blade: 'home' };
  const appId = valueOf(segments, 'appId') ?? '';
  return {
    blade: itemOf(segments),
    objectId: objectId.toLowerCase(),
    appId: guid.test(appId) ? appId.toLowerCase() : undefined,
  };
}

/** The tenant that an address names, in the path or as `#@domain`. */
export function readTenant(pathname: string, hash: string): string {
  const [, inHash] = /^#@([^/]+)/.exec(hash) ?? [];
  return pathname.split('/')[1] || (inHash ?? '');
}

export const applicationsLink = '#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview';

export const applicationLink = (blade: 'Overview' | 'Permissions', objectId: string, appId: string): string =>
  `#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/${blade}/objectId/${objectId}/appId/${appId}`;
