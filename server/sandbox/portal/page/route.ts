/** Where the hash leads. */
export type Route =
  | { readonly blade: 'home' }
  | { readonly blade: 'applications' }
  | { readonly blade: 'overview' | 'permissions'; readonly objectId: string; readonly appId: string | undefined };

const guid = '[0-9a-fA-F-]{36}';
const application = new RegExp(
  `^#(?:view|blade)/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/(Overview|Permissions)/objectId/(${guid})(?:/appId/(${guid}))?`,
);
const applications = /^#(?:view|blade)\/Microsoft_AAD_IAM\/StartboardApplicationsMenuBlade\//;

/** Reads the hash as the portal does: an optional `#@domain`, then the blade; what follows the known parts is ignored. */
export function readRoute(hash: string): Route {
  const rest = hash.replace(/^#@[^/]+\/?/, '#');
  const [, blade, objectId, appId] = application.exec(rest) ?? [];
  if (objectId !== undefined)
    return { blade: blade === 'Overview' ? 'overview' : 'permissions', objectId: objectId.toLowerCase(), appId };
  return applications.test(rest) ? { blade: 'applications' } : { blade: 'home' };
}

/** The tenant that an address names, in the path or as `#@domain`. */
export function readTenant(pathname: string, hash: string): string {
  const [, inHash] = /^#@([^/]+)/.exec(hash) ?? [];
  return pathname.split('/')[1] || (inHash ?? '');
}

export const applicationsLink = '#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview';

export const applicationLink = (blade: 'Overview' | 'Permissions', objectId: string, appId: string): string =>
  `#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/${blade}/objectId/${objectId}/appId/${appId}`;
