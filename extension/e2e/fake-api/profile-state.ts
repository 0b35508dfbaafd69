import { directoryRoles } from '@latchkey/shared/permissions/directory-roles';
import { resources } from '@latchkey/shared/permissions/profile';
import { passwordState } from './password-state.ts';
import { ago } from './samples.ts';
import type { FakeState } from './state.ts';

const required = { kind: 'delegated', required: true } as const;

/** A provider with a profile of its own, and an Admin who may change it. */
export const profileState = (): FakeState => ({
  ...passwordState(),
  role: 'Admin',
  profiles: [
    {
      profile: {
        id: 'northwind-voice',
        version: 1,
        permissions: [
          {
            ...required,
            resourceAppId: resources.graph,
            value: 'Directory.Read.All',
            why: 'So that we can prove to you what you approved',
            without: 'We could not read back what was approved',
          },
          {
            ...required,
            resourceAppId: resources.teamsAdmin,
            value: 'user_impersonation',
            why: 'To set up voice routes for your users',
            without: 'Calls could not leave Teams',
          },
        ],
        directoryRoles: [directoryRoles.teamsAdministrator],
      },
      madeBy: 'Ada Berg',
      madeAt: ago(0),
    },
  ],
});
