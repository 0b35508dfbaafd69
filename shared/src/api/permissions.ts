import * as z from 'zod/mini';
import { PermissionKind } from '../permissions/kind.ts';
import { PermissionProfile, RequiredPermission } from '../permissions/profile.ts';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { ConnectionId, Instant, InvitationId, ProfileId } from './schemas.ts';

/** A profile as it stands in its newest version, and who made it. */
export const PermissionProfileView = z.strictObject({
  profile: PermissionProfile,
  /** Null for those that come with Latchkey. */
  madeBy: z.nullable(z.string()),
  madeAt: z.nullable(Instant),
});
export type PermissionProfileView = z.infer<typeof PermissionProfileView>;

export const listPermissionProfiles = defineEndpoint({
  method: 'GET',
  path: '/v1/permission-profiles',
  summary: 'The permission profiles, each in its newest version',
  who: operatorRoles,
  response: z.strictObject({ profiles: z.array(PermissionProfileView) }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

const text = z.string().check(z.minLength(1), z.maxLength(200));

/** What an Admin may say of a profile. Ids of permissions are never given: they are resolved from the claim value. */
const NewProfileVersion = z.strictObject({
  id: ProfileId,
  /** The version that this one follows; 0 for a new profile. */
  follows: z.int().check(z.minimum(0), z.maximum(9999)),
  permissions: z
    .array(
      z.strictObject({
        resourceAppId: z.guid(),
        kind: PermissionKind,
        value: z.string().check(z.regex(/^[A-Za-z][\w.-]{1,99}$/)),
        required: z.boolean(),
        why: text,
        without: text,
      }),
    )
    .check(z.minLength(1), z.maxLength(60)),
  /** Directory roles of which whoever acts needs one, by template id, the least first. */
  directoryRoles: z.array(z.guid()).check(z.maxLength(10)),
});

export const savePermissionProfile = defineEndpoint({
  method: 'POST',
  path: '/v1/permission-profiles',
  summary: 'Make a permission profile, or its next version: a version never changes',
  who: ['Admin'],
  body: NewProfileVersion,
  response: PermissionProfileView,
  status: 201,
  errors: [...operatorErrors, 'permission_profile_reserved', 'permission_profile_blind', 'changed_meanwhile'],
  audit: { record: 'permission_profile.saved' },
});

const Named = z.strictObject({ resourceAppId: z.guid(), kind: PermissionKind, value: z.string() });

/** What a consent would change, said before anybody gives it. */
export const ConsentDiffView = z.strictObject({
  profile: z.strictObject({ id: z.string(), version: z.int() }),
  /** When the tenant was read last; null where it never was: then nothing is known of what it holds already. */
  readAt: z.nullable(Instant),
  adds: z.array(RequiredPermission),
  keeps: z.array(RequiredPermission),
  wouldRevoke: z.array(Named),
  optional: z.array(RequiredPermission),
  unavailable: z.array(RequiredPermission),
  /** The least role that can grant all of it, by template id: on the page with the box, and on the one without. */
  leastRole: z.strictObject({ box: z.string(), noBox: z.string() }),
});
export type ConsentDiffView = z.infer<typeof ConsentDiffView>;

export const readConsentDiff = defineEndpoint({
  method: 'GET',
  path: '/v1/invitations/:invitationId/consent-diff',
  summary: 'What the consent would add, keep and take away, and the least role that can give it',
  who: operatorRoles,
  params: z.strictObject({ invitationId: InvitationId }),
  /** By the newest version of another profile than the invitation's: before one is chosen. */
  query: z.strictObject({ profileId: z.optional(ProfileId) }),
  response: ConsentDiffView,
  status: 200,
  errors: [...operatorErrors, 'invitation_not_found', 'permission_profile_not_found'],
  audit: { none: 'reading' },
});

const ofConnection = z.strictObject({ connectionId: ConnectionId });

export const readProfileChange = defineEndpoint({
  method: 'GET',
  path: '/v1/connections/:connectionId/consent-diff',
  summary: 'What a new consent by the newest version of a profile would add, keep and take away from a connection',
  who: operatorRoles,
  params: ofConnection,
  query: z.strictObject({ profileId: ProfileId }),
  response: ConsentDiffView,
  status: 200,
  errors: [...operatorErrors, 'connection_not_found', 'permission_profile_not_found'],
  audit: { none: 'reading' },
});
