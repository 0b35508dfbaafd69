import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import { PermissionLineView } from '@latchkey/shared/api/schemas';
import { Method } from '@latchkey/shared/invitations/method';
import { Verdict } from '@latchkey/shared/validation/verdict';
import type { Candidate, CandidateRepository } from '../../connections/candidate-repository.ts';
import type { Sealed } from '../../sealing/sealer.ts';
import type { Tables } from '../tables.ts';
import { accountOf } from './connections.ts';

const Lines = z.array(PermissionLineView);

/** New consents that are not proved yet, on either engine. */
export function candidateRepository(db: Kysely<Tables>): CandidateRepository {
  const all = () => db.selectFrom('connection_candidates').selectAll();
  return {
    find: async (connectionId) => {
      const row = await all().where('connection_id', '=', connectionId).executeTakeFirst();
      return row && candidateOf(row);
    },
    findOfCustomers: async (customerIds) =>
      customerIds.length === 0 ? [] : (await all().where('customer_id', 'in', customerIds).execute()).map(candidateOf),
    put: async (candidate) => {
      await db.deleteFrom('connection_candidates').where('connection_id', '=', candidate.connectionId).execute();
      await db
        .insertInto('connection_candidates')
        .values({ ...columns(candidate), version: 1 })
        .execute();
    },
    replace: async (next, expectedVersion) => {
      const { numUpdatedRows } = await db
        .updateTable('connection_candidates')
        .set({ ...columns(next), version: expectedVersion + 1 })
        .where('connection_id', '=', next.connectionId)
        .where('invitation_id', '=', next.invitationId)
        .where('version', '=', expectedVersion)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    remove: async (connectionId) => {
      const { numDeletedRows } = await db
        .deleteFrom('connection_candidates')
        .where('connection_id', '=', connectionId)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

const columns = (candidate: Omit<Candidate, 'version'>) => ({
  connection_id: candidate.connectionId,
  customer_id: candidate.customerId,
  invitation_id: candidate.invitationId,
  method: candidate.method,
  profile_id: candidate.profile.id,
  profile_version: candidate.profile.version,
  account_username: candidate.account?.username ?? null,
  account_object_id: candidate.account?.objectId ?? null,
  registration_object_id: candidate.registrationObjectId,
  sealed_tokens: candidate.sealedTokens,
  sealed_at: candidate.sealedAt,
  consent_changed_at: candidate.consentChangedAt,
  verdict: JSON.stringify(candidate.verdict),
  permissions: candidate.permissions === null ? null : JSON.stringify(candidate.permissions),
});

const candidateOf = (row: Selectable<Tables['connection_candidates']>): Candidate => ({
  connectionId: row.connection_id,
  customerId: row.customer_id,
  invitationId: row.invitation_id,
  method: Method.parse(row.method),
  profile: { id: row.profile_id, version: row.profile_version },
  account: accountOf(row.account_username, row.account_object_id),
  registrationObjectId: row.registration_object_id,
  sealedTokens: row.sealed_tokens as Sealed | null,
  sealedAt: row.sealed_at,
  consentChangedAt: row.consent_changed_at,
  verdict: Verdict.parse(JSON.parse(row.verdict)),
  permissions: row.permissions === null ? null : Lines.parse(JSON.parse(row.permissions)),
  version: row.version,
});
