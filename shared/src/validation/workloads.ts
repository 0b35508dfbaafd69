import { resources, type PermissionProfile } from '../permissions/profile.ts';

/** A workload that is read live, and the scopes of which one lets it be read. */
interface Workload {
  readonly check: 'users' | 'teams' | 'teams_admin';
  readonly resourceAppId: string;
  readonly anyScope: readonly string[];
}

/** Which permissions open a workload. Source: the Graph reference of `/users` and of `/admin/teams/telephoneNumberManagement`. */
const workloads: readonly Workload[] = [
  {
    check: 'users',
    resourceAppId: resources.graph,
    anyScope: ['User.Read.All', 'User.ReadBasic.All', 'Directory.Read.All'],
  },
  {
    check: 'teams',
    resourceAppId: resources.graph,
    anyScope: ['TeamsTelephoneNumber.Read.All', 'TeamsTelephoneNumber.ReadWrite.All'],
  },
  // What Teams PowerShell asks for; which cmdlets it opens is decided by directory roles. Its reference is not published.
  {
    check: 'teams_admin',
    resourceAppId: resources.teamsAdmin,
    anyScope: ['user_impersonation', 'application_access'],
  },
];

export const scopesOf = (check: Workload['check']): readonly string[] =>
  workloads.flatMap((workload) => (workload.check === check ? workload.anyScope : []));

/** A workload is read where the profile requires a permission that opens it: what nobody asked for is not tried. */
export const isNeeded = ({ permissions }: PermissionProfile, check: Workload['check']): boolean =>
  workloads.some(
    (workload) =>
      workload.check === check &&
      permissions.some(
        ({ resourceAppId, value, required }) =>
          required && resourceAppId === workload.resourceAppId && workload.anyScope.includes(value),
      ),
  );
