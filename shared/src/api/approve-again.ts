import * as z from 'zod/mini';
import { defineEndpoint, operatorErrors, operatorRoles, writers } from './endpoint.ts';
import { ConnectionId, CustomerId, Instant, InvitationId, ProfileId } from './schemas.ts';

/**
 * What a new invitation, that orders nothing new, finds pending: nothing; one that it may take the place of; or one that stays, because
 * somebody has answered it, because it orders a service, or because it asks for the very same.
 */
export const PendingBefore = z.enum(['none', 'replaceable', 'stays']);
export type PendingBefore = z.infer<typeof PendingBefore>;

/** Said, what may be replaced is; not said, whatever is pending stays. */
export const ReplacePending = z.optional(z.boolean());

/** Who gets a new invitation: all who lack something, or those of a list. The connection that is there stays until the new one is proved. */
export const inviteAgain = defineEndpoint({
  method: 'POST',
  path: '/v1/permission-profiles/:profileId/invite-again',
  summary:
    'A new invitation by link for each customer that must approve again; what is pending stays, or is replaced where that is asked for',
  who: writers,
  params: z.strictObject({ profileId: ProfileId }),
  body: z.strictObject({
    customerIds: z.optional(z.array(CustomerId).check(z.minLength(1), z.maxLength(1000))),
    replacePending: ReplacePending,
  }),
  response: z.strictObject({
    version: z.int(),
    made: z.array(z.strictObject({ customerId: CustomerId, invitationId: InvitationId })),
    /** How many pending invitations those took the place of. */
    replaced: z.int(),
    /** Whose pending invitation stays. */
    pending: z.array(CustomerId),
  }),
  status: 200,
  errors: [
    ...operatorErrors,
    'permission_profile_not_found',
    'idempotency_key_missing',
    'idempotency_key_reused',
    'changed_meanwhile',
  ],
  audit: { record: 'invitation.created' },
  idempotent: 'offered',
});

/** A customer whose connection was approved by an older version, and does not hold what the newest requires. */
export const LackingCustomer = z.strictObject({
  customerId: CustomerId,
  fullName: z.string(),
  connectionId: ConnectionId,
  version: z.int(),
  /** Claim values that are required now and not held. */
  lacks: z.array(z.string()),
  /** What an invitation by the newest version would find. */
  pending: PendingBefore,
  /** When the grants were read last; null where they never were. */
  readAt: z.nullable(Instant),
});
export type LackingCustomer = z.infer<typeof LackingCustomer>;

export const listLackingCustomers = defineEndpoint({
  method: 'GET',
  path: '/v1/permission-profiles/:profileId/lacking',
  summary: 'The customers that must approve again, because a newer version of their profile asks for more',
  who: operatorRoles,
  params: z.strictObject({ profileId: ProfileId }),
  response: z.strictObject({ version: z.int(), customers: z.array(LackingCustomer) }),
  status: 200,
  errors: [...operatorErrors, 'permission_profile_not_found'],
  audit: { none: 'reading' },
});

const ofConnection = z.strictObject({ connectionId: ConnectionId });

export const readPendingBefore = defineEndpoint({
  method: 'GET',
  path: '/v1/connections/:connectionId/pending-before',
  summary: 'Whether an invitation is pending that a new one for the customer of a connection would replace',
  who: writers,
  params: ofConnection,
  /** By the newest version of a profile; as the connection stands where nothing is said. */
  query: z.strictObject({ profileId: z.optional(ProfileId) }),
  response: z.strictObject({ pending: PendingBefore }),
  status: 200,
  errors: [...operatorErrors, 'connection_not_found', 'permission_profile_not_found'],
  audit: { none: 'reading' },
});

/** The connection that is there stays until the new approval is proved. */
export const changeProfile = defineEndpoint({
  method: 'POST',
  path: '/v1/connections/:connectionId/invite-again',
  summary: 'A new invitation by link for the customer of a connection, by the newest version of a profile',
  who: writers,
  params: ofConnection,
  body: z.strictObject({ profileId: ProfileId, replacePending: ReplacePending }),
  response: z.strictObject({ invitationId: InvitationId, replaced: z.int() }),
  status: 201,
  errors: [
    ...operatorErrors,
    'connection_not_found',
    'permission_profile_not_found',
    'customer_has_invitation',
    'idempotency_key_missing',
    'idempotency_key_reused',
    'changed_meanwhile',
  ],
  audit: { record: 'invitation.created' },
  idempotent: 'offered',
});
