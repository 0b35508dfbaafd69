import { actsAs } from './acts-as.ts';
import { directoryRoles, type DirectoryRoleId } from './directory-roles.ts';
import type { PermissionProfile } from './profile.ts';

/** The least directory role whose holder can approve a profile: only a Global Administrator is shown the box of a delegated consent. */
export const approverRole = (profile: Pick<PermissionProfile, 'permissions'>): DirectoryRoleId =>
  actsAs(profile) === 'application' ? directoryRoles.privilegedRoleAdministrator : directoryRoles.globalAdministrator;
