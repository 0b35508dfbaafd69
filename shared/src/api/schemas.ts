import * as z from 'zod/mini';
import { PermissionKind } from '../permissions/kind.ts';

/** Ids are ours: a prefix that says of what, and 26 characters of chance and time. */
const id = (prefix: string) => z.string().check(z.regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`)));

export const CustomerId = id('cus');
export const ServiceId = id('svc');
export const InvitationId = id('inv');
export const ConnectionId = id('con');
export const ValidationId = id('val');
export const RunId = id('run');
export const MailId = id('mai');
export const TenantId = z.guid();
/** Name of a permission profile: lower case, digits and hyphens. */
export const ProfileId = z.string().check(z.regex(/^[a-z][a-z0-9-]{2,39}$/));
export const Instant = z.iso.datetime();

export const LicenceType = z.enum(['hosted-essentials-plus', 'hosted-pro']);
export type LicenceType = z.infer<typeof LicenceType>;

export const fewestLicensedUsers = 1;
export const mostLicensedUsers = 500;

/** One line of the permission check, as sent. */
export const PermissionLineView = z.strictObject({
  resourceAppId: z.guid(),
  kind: PermissionKind,
  value: z.string(),
  required: z.boolean(),
  finding: z.enum(['granted', 'one_person', 'missing', 'disabled', 'skipped', 'surplus']),
  /** Object ids of the persons a grant is limited to. */
  principalIds: z.array(z.string()),
});
export type PermissionLineView = z.infer<typeof PermissionLineView>;
