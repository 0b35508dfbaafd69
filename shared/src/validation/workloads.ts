import { resources, type PermissionProfile } from '../permissions/profile.ts';

/** A workload that is read live, and the scopes of which one lets it be read. */
interface Workload {
  readonly check: 'users' | 'teams';
  readonly anyScope: readonly string[];
}

/** Which permissions open a workload. Source: the Graph reference of `/users` and of `/admin/teams/telephoneNumberManagement`. */
export const workloads: readonly Workload[] = [
  { check: 'users', anyScope: ['User.Read.All', 'User.ReadBasic.All', 'Directory.Read.All'] },
  {
    check: 'teams',
    anyScope: ['TeamsTelephoneNumber.Read.All', 'TeamsTelephoneNumber.ReadWrite.All'],
  },
];

/** A workload is read where the profile requires a permission that opens it: what nobody asked for is not tried. */
export const isNeeded = ({ permissions }: PermissionProfile, check: Workload['check']): boolean =>
  workloads.some(
    (workload) =>
      workload.check === check &&
      permissions.some(
        ({ resourceAppId, value, required }) =>
          required && resourceAppId === resources.graph && workload.anyScope.includes(value),
      ),
  );
