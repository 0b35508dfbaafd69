import type { Insertable, Selectable } from 'kysely';
import * as z from 'zod/mini';
import { Method } from '@latchkey/shared/invitations/method';
import { invitationStatuses, pendingStatuses, type InvitationStatus } from '@latchkey/shared/invitations/status';
import { shortNameKey } from '@latchkey/shared/customers/short-name';
import type { Invitation, InvitationLink } from '../../invitations/invitation-repository.ts';
import type { Tables } from '../tables.ts';
import { orderColumns, orderOf } from './order-columns.ts';

type Row = Selectable<Tables['invitations']>;

const Refusal = z.strictObject({
  code: z.string(),
  correlationId: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
  at: z.string(),
  absentAt: z._default(z.nullable(z.string()), null),
  liftedAt: z._default(z.nullable(z.string()), null),
});

/** 1 while somebody still has to act. */
export const pendingFlag = (status: InvitationStatus): 0 | 1 => (pendingStatuses.includes(status) ? 1 : 0);

/** An invitation as columns. */
export const invitationColumns = (
  invitation: Omit<Invitation, 'version'>,
): Omit<Insertable<Tables['invitations']>, 'version'> => ({
  id: invitation.id,
  customer_id: invitation.customerId,
  ...orderColumns(invitation.order),
  short_name_key: shortNameKey(invitation.order.shortName),
  method: invitation.method,
  profile_id: invitation.profile?.id ?? null,
  profile_version: invitation.profile?.version ?? null,
  status: invitation.status,
  pending: pendingFlag(invitation.status),
  status_since: invitation.statusSince,
  started_at: invitation.startedAt,
  expires_at: invitation.expiresAt,
  created_at: invitation.createdAt,
  created_by_id: invitation.createdBy.objectId,
  created_by_name: invitation.createdBy.name,
  reference: invitation.reference,
  link_version: invitation.link?.version ?? null,
  link_key_id: invitation.link?.keyId ?? null,
  link_hash: invitation.link?.hash ?? null,
  typed_code_hash: invitation.link?.typedCodeHash ?? null,
  link_copied_at: invitation.link?.copiedAt ?? null,
  refusal: invitation.refusal === null ? null : JSON.stringify(invitation.refusal),
  new_one_asked_at: invitation.newOneAskedAt,
});

/** An invitation from its row. */
export const invitationOf = (row: Row): Invitation => ({
  id: row.id,
  customerId: row.customer_id,
  order: orderOf(row),
  method: row.method === null ? null : Method.parse(row.method),
  profile:
    row.profile_id === null || row.profile_version === null
      ? null
      : { id: row.profile_id, version: row.profile_version },
  status: statusOf(row.status),
  statusSince: row.status_since,
  startedAt: row.started_at,
  expiresAt: row.expires_at,
  createdAt: row.created_at,
  createdBy: { objectId: row.created_by_id, name: row.created_by_name },
  reference: row.reference,
  link: linkOf(row),
  refusal: row.refusal === null ? null : Refusal.parse(JSON.parse(row.refusal)),
  newOneAskedAt: row.new_one_asked_at,
  version: row.version,
});

function linkOf(row: Row): InvitationLink | null {
  const { link_version: version, link_key_id: keyId, link_hash: hash, typed_code_hash: typedCodeHash } = row;
  if (version === null || keyId === null || hash === null || typedCodeHash === null) return null;
  return { version, keyId, hash, typedCodeHash, copiedAt: row.link_copied_at };
}

function statusOf(text: string): InvitationStatus {
  const status = invitationStatuses.find((known) => known === text);
  if (status === undefined) throw new Error('the database holds an invitation status that this version does not know');
  return status;
}
