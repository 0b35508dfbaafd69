import * as z from 'zod/mini';
import { PermissionKind } from './kind.ts';

/** One permission that a profile asks for. `value` is the claim value; ids are resolved at run time from the resource. */
export const RequiredPermission = z.strictObject({
  resourceAppId: z.guid(),
  kind: PermissionKind,
  value: z.string(),
  required: z.boolean(),
  /** In a profile that the provider made: why it is asked for, and what stops without it. Ours stand in words.permissions. */
  why: z.optional(z.string()),
  without: z.optional(z.string()),
});
export type RequiredPermission = z.infer<typeof RequiredPermission>;

/** A named, versioned list of permissions. Words for each value stand in words.permissions. A version never changes. */
export const PermissionProfile = z.strictObject({
  id: z.string(),
  version: z.int(),
  permissions: z.array(RequiredPermission),
  /** Directory roles of which whoever acts needs one, by template id, the least first. Consent gives none of them. */
  directoryRoles: z.optional(z.array(z.guid())),
});
export type PermissionProfile = z.infer<typeof PermissionProfile>;

/** Application ids of Microsoft's own resources; the same in every tenant. */
export const resources = {
  graph: '00000003-0000-0000-c000-000000000000',
  teamsAdmin: '48ac35b8-9aa8-4d74-927d-1f4a14a0b239',
} as const;

/** Asked for with every sign-in, and never called a surplus. */
export const signInScopes = ['openid', 'profile', 'email', 'offline_access', 'User.Read'] as const;
