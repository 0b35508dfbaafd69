import * as z from 'zod/mini';
import { invitationStatuses } from '../invitations/status-names.ts';
import { PermissionKind } from '../permissions/kind.ts';
import { Verdict } from '../validation/verdict.ts';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { Instant, InvitationId, PermissionLineView, TenantId } from './schemas.ts';

/** What the guide "Check the permissions" needs to know of one invitation, and nothing of any other. No account names. */
export const GuideView = z.strictObject({
  invitationId: InvitationId,
  providerName: z.string(),
  tenant: z.strictObject({ id: TenantId, domain: z.nullable(z.string()) }),
  appId: z.guid(),
  status: z.enum(invitationStatuses),
  /** The registration in the customer's tenant, once it was read. */
  registration: z.nullable(z.strictObject({ objectId: z.string() })),
  /** The registration's Permissions page in this tenant, on either portal; null until the registration was read. */
  permissionsBlade: z.nullable(z.strictObject({ entra: z.url(), portal: z.url() })),
  /** What is asked for, whether or not it was granted. */
  asked: z.array(
    z.strictObject({ resourceAppId: z.guid(), kind: PermissionKind, value: z.string(), required: z.boolean() }),
  ),
  /** Asked against granted, as last read back; null while that could not be done. */
  required: z.nullable(z.array(PermissionLineView)),
  verdict: z.nullable(Verdict),
  /** When the grants were last looked at. */
  checkedAt: z.nullable(Instant),
  /** The change feed as it stood before this was read. */
  sequence: z.int(),
});
export type GuideView = z.infer<typeof GuideView>;

const guideParams = z.strictObject({ invitationId: InvitationId });
const operatorsAndGuest = [...operatorRoles, 'guest'] as const;

export const readGuide = defineEndpoint({
  method: 'GET',
  path: '/v1/invitations/:invitationId/guide',
  summary: 'What the guide shows: asked against granted, and where to look',
  who: operatorsAndGuest,
  params: guideParams,
  response: GuideView,
  status: 200,
  errors: [...operatorErrors, 'invitation_not_found'],
  audit: { none: 'reading' },
});

export const checkGuide = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/guide/check',
  summary: 'Read the grants back from the tenant now, and show the guide again',
  who: operatorsAndGuest,
  params: guideParams,
  response: GuideView,
  status: 200,
  errors: [...operatorErrors, 'invitation_not_found', 'guide_too_early', 'changed_meanwhile'],
  audit: { record: 'permissions.checked' },
});

/** Server-sent events as of the change feed, of the guest's own invitation alone. `Last-Event-ID` or `?after=` resumes. */
export const streamGuideChanges = defineEndpoint({
  method: 'GET',
  path: '/v1/guide/changes',
  summary: 'What happens to the guest’s invitation, as it happens',
  who: ['guest'],
  query: z.strictObject({ after: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) }),
  response: 'event-stream',
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});
