import { resources, type RequiredPermission } from '@latchkey/shared/permissions/profile';
import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import type { Line } from '../line.ts';

const also = (value: string, required: boolean): readonly RequiredPermission[] => [
  ...directRoutingDelegated.permissions,
  { resourceAppId: resources.graph, kind: 'delegated', value, required },
];

const teamsAdministration = (required: boolean): RequiredPermission => ({
  resourceAppId: resources.teamsAdmin,
  kind: 'delegated',
  value: 'user_impersonation',
  required,
});

const asItself = ['Organization.Read.All', 'Directory.Read.All', 'TeamsTelephoneNumber.ReadWrite.All'];

/** Profiles that the provider made, for situations in which Direct Routing's own asks for too little, or for a directory role. */
const ownProfiles = {
  'application-without-a-role': [...asItself, 'TeamsPolicyUserAssign.ReadWrite.All'].map((value) => ({
    resourceAppId: resources.graph,
    kind: 'application',
    value,
    required: true,
  })),
  'reads-eligible-roles': also('RoleManagement.Read.Directory', true),
  'administers-teams': [...directRoutingDelegated.permissions, teamsAdministration(true)],
  'administers-teams-if-it-may': [...directRoutingDelegated.permissions, teamsAdministration(false)],
  'reads-domains-if-it-may': also('Domain.Read.All', false),
} as const satisfies Record<string, readonly RequiredPermission[]>;

export type OwnProfile = keyof typeof ownProfiles;

export const isOwn = (id: string): id is OwnProfile => Object.hasOwn(ownProfiles, id);

/** Makes one of them, as an Admin does. */
export async function makeProfile(line: Line, id: OwnProfile): Promise<void> {
  const admin = await line.as('Admin');
  const { status, body } = await admin('POST', '/v1/permission-profiles', {
    id,
    follows: 0,
    permissions: ownProfiles[id].map((permission) => ({
      ...permission,
      why: 'So that this can be rehearsed.',
      without: 'It cannot be rehearsed.',
    })),
    directoryRoles: id === 'application-without-a-role' ? [] : directRoutingDelegated.directoryRoles,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
}
