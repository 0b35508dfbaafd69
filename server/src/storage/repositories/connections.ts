import type { Kysely, Selectable } from 'kysely';
import { Method } from '@latchkey/shared/invitations/method';
import { Verdict } from '@latchkey/shared/validation/verdict';
import type { Connection, ConnectionChange, ConnectionRepository } from '../../connections/connection-repository.ts';
import type { Sealed } from '../../sealing/sealer.ts';
import type { Tables } from '../tables.ts';

/** Connections, on either engine. */
export function connectionRepository(db: Kysely<Tables>): ConnectionRepository {
  const all = () => db.selectFrom('connections').selectAll();
  const one = async (query: ReturnType<typeof all>) => {
    const row = await query.executeTakeFirst();
    return row && connectionOf(row);
  };
  return {
    find: (id) => one(all().where('id', '=', id)),
    findByCustomer: (customerId) => one(all().where('customer_id', '=', customerId)),
    findByInvitation: (invitationId) => one(all().where('invitation_id', '=', invitationId)),
    findByOlderProfile: async ({ id, version }, { after, limit }) =>
      (
        await all()
          .where('profile_id', '=', id)
          .where('profile_version', '<', version)
          .where('id', '>', after)
          .orderBy('id')
          .limit(limit)
          .execute()
      ).map(connectionOf),
    findOfCustomers: async (customerIds) =>
      customerIds.length === 0 ? [] : (await all().where('customer_id', 'in', customerIds).execute()).map(connectionOf),
    add: async (connection) => {
      const { sealedTokens, sealedAt } = connection;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('connections')
        .values({
          ...columns(connection),
          sealed_tokens: sealedTokens,
          sealed_at: sealedAt,
          tokens_version: 1,
          version: 1,
        })
        .onConflict((conflict) => conflict.column('customer_id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    replace: async (next, expectedVersion) => {
      const { numUpdatedRows } = await db
        .updateTable('connections')
        .set({ ...columns(next), version: expectedVersion + 1 })
        .where('id', '=', next.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    replaceTokens: async (id, { sealedTokens, sealedAt }, expectedTokensVersion) => {
      const { numUpdatedRows } = await db
        .updateTable('connections')
        .set({ sealed_tokens: sealedTokens, sealed_at: sealedAt, tokens_version: expectedTokensVersion + 1 })
        .where('id', '=', id)
        .where('tokens_version', '=', expectedTokensVersion)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    remove: async (id) => {
      const { numDeletedRows } = await db.deleteFrom('connections').where('id', '=', id).executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

const columns = (connection: ConnectionChange) => ({
  id: connection.id,
  customer_id: connection.customerId,
  invitation_id: connection.invitationId,
  method: connection.method,
  profile_id: connection.profile.id,
  profile_version: connection.profile.version,
  tenant_id: connection.tenantId,
  account_username: connection.account?.username ?? null,
  account_object_id: connection.account?.objectId ?? null,
  registration_object_id: connection.registrationObjectId,
  consent_changed_at: connection.consentChangedAt,
  verdict: connection.verdict === null ? null : JSON.stringify(connection.verdict),
  verdict_name: connection.verdict?.verdict ?? null,
  verdict_owner: connection.verdict?.owner ?? null,
  verdict_at: connection.verdict?.at ?? null,
  verdict_until: connection.verdict?.validUntil ?? null,
});

const connectionOf = (row: Selectable<Tables['connections']>): Connection => ({
  id: row.id,
  customerId: row.customer_id,
  invitationId: row.invitation_id,
  method: Method.parse(row.method),
  profile: { id: row.profile_id, version: row.profile_version },
  tenantId: row.tenant_id,
  account: accountOf(row.account_username, row.account_object_id),
  registrationObjectId: row.registration_object_id,
  sealedTokens: row.sealed_tokens as Sealed | null,
  tokensVersion: row.tokens_version,
  sealedAt: row.sealed_at,
  consentChangedAt: row.consent_changed_at,
  verdict: row.verdict === null ? null : Verdict.parse(JSON.parse(row.verdict)),
  version: row.version,
});

export const accountOf = (username: string | null, objectId: string | null): Connection['account'] =>
  username === null || objectId === null ? null : { username, objectId };
