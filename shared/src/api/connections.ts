import * as z from 'zod/mini';
import { Method } from '../invitations/method.ts';
import { Verdict } from '../validation/verdict.ts';
import { defineEndpoint, operatorRoles, operatorErrors } from './endpoint.ts';
import {
  ConnectionId,
  CustomerId,
  Instant,
  InvitationId,
  PermissionLineView,
  TenantId,
  ValidationId,
} from './schemas.ts';

/** A connection as it stands. No secret and no token, only that there is one. */
export const ConnectionView = z.strictObject({
  id: ConnectionId,
  customerId: CustomerId,
  /** Null where a consent that was there already was adopted. */
  invitationId: z.nullable(InvitationId),
  tenantId: TenantId,
  method: Method,
  profile: z.strictObject({ id: z.string(), version: z.int() }),
  /** The account that consented; null for those who may not see account names. */
  account: z.nullable(z.strictObject({ username: z.string(), objectId: z.string() })),
  /** The registration in the customer's tenant, once it was read. */
  registration: z.nullable(z.strictObject({ appId: z.guid(), objectId: z.string(), permissionsBlade: z.url() })),
  /** Null where the application asks for itself. */
  refreshToken: z.nullable(z.strictObject({ sealedAt: Instant })),
  consentChangedAt: z.nullable(Instant),
  verdict: z.nullable(Verdict),
  version: z.int(),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

/** One finished validation: the verdict, the permission lines, and the ids under which Microsoft knows the calls. */
export const ValidationView = z.strictObject({
  id: ValidationId,
  connectionId: ConnectionId,
  verdict: Verdict,
  /** Null when the grants could not be read. */
  permissions: z.nullable(z.array(PermissionLineView)),
  upstream: z.array(
    z.strictObject({ what: z.string(), requestId: z.nullable(z.string()), status: z.nullable(z.int()) }),
  ),
  startedBy: z.string(),
  auditSequence: z.int(),
});
export type ValidationView = z.infer<typeof ValidationView>;

const connectionParams = z.strictObject({ connectionId: ConnectionId });

export const readConnection = defineEndpoint({
  method: 'GET',
  path: '/v1/connections/:connectionId',
  summary: 'A connection as it stands',
  who: operatorRoles,
  params: connectionParams,
  response: ConnectionView,
  status: 200,
  errors: [...operatorErrors, 'connection_not_found'],
  audit: { none: 'reading' },
});

export const validateConnection = defineEndpoint({
  method: 'POST',
  path: '/v1/connections/:connectionId/validate',
  summary: 'Validate Authentication: prove with a fresh token that the connection works now',
  who: operatorRoles,
  params: connectionParams,
  response: ValidationView,
  status: 200,
  errors: [...operatorErrors, 'connection_not_found', 'changed_meanwhile'],
  audit: { record: 'connection.validated' },
});

export const checkPermissionsOfConnection = defineEndpoint({
  method: 'POST',
  path: '/v1/connections/:connectionId/permissions/check',
  summary: 'Read the grants back from the tenant and compare them with what is required',
  who: operatorRoles,
  params: connectionParams,
  response: ValidationView,
  status: 200,
  errors: [...operatorErrors, 'connection_not_found', 'changed_meanwhile'],
  audit: { record: 'permissions.checked' },
});

export const readLatestValidation = defineEndpoint({
  method: 'GET',
  path: '/v1/connections/:connectionId/validation',
  summary: 'The newest validation, with its permission lines',
  who: operatorRoles,
  params: connectionParams,
  response: z.nullable(ValidationView),
  status: 200,
  errors: [...operatorErrors, 'connection_not_found'],
  audit: { none: 'reading' },
});
