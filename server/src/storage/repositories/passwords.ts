import type { Kysely, Selectable } from 'kysely';
import { PasswordOutcome } from '@latchkey/shared/api/passwords';
import { PasswordMethod } from '@latchkey/shared/invitations/method';
import type {
  Acknowledgement,
  PasswordRepository,
  PasswordTry,
  StoredPassword,
} from '../../passwords/password-repository.ts';
import type { Sealed } from '../../sealing/sealer.ts';
import type { Tables } from '../tables.ts';

/** Passwords, acknowledgements and tries, on either engine. */
export function passwordRepository(db: Kysely<Tables>): PasswordRepository {
  return {
    find: async (customerId) => {
      const query = db.selectFrom('passwords').selectAll().where('customer_id', '=', customerId);
      const row = await query.executeTakeFirst();
      return row && passwordOf(row);
    },
    findAcknowledgement: async (customerId) => {
      const query = db.selectFrom('acknowledgements').selectAll().where('customer_id', '=', customerId);
      const row = await query.executeTakeFirst();
      return row && acknowledgementOf(row);
    },
    triesSince: async (account, since) => {
      const query = db.selectFrom('password_tries').select('at').where('account', '=', account);
      return (await query.where('at', '>', since).orderBy('at').execute()).map(({ at }) => at);
    },
    findUnused: async (before) => {
      const standing = db.selectFrom('connections').select('customer_id').where('method', 'in', PasswordMethod.options);
      const query = db.selectFrom('passwords').select('customer_id').where('stored_at', '<=', before);
      const rows = await query.where('customer_id', 'not in', standing).execute();
      return rows.map((row) => row.customer_id);
    },
    putAcknowledgement: async (acknowledgement) => {
      const { customer_id: customerId, ...columns } = acknowledgementColumns(acknowledgement);
      await db
        .insertInto('acknowledgements')
        .values({ customer_id: customerId, ...columns })
        .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(columns))
        .execute();
    },
    put: async (password) => {
      const { customer_id: customerId, ...columns } = passwordColumns(password);
      await db
        .insertInto('passwords')
        .values({ customer_id: customerId, ...columns })
        .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(columns))
        .execute();
    },
    noteTry: async (customerId, storedAt, tried) => {
      const proved = tried.outcome === 'proved' ? { proved_at: tried.at } : {};
      const { numUpdatedRows } = await db
        .updateTable('passwords')
        .set({ ...tryColumns(tried), ...proved })
        .where('customer_id', '=', customerId)
        .where('stored_at', '=', storedAt)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    remove: async (customerId) => {
      const query = db.deleteFrom('passwords').where('customer_id', '=', customerId);
      return (await query.executeTakeFirst()).numDeletedRows === 1n;
    },
    takeTry: async ({ account, at, since, most }) => {
      for (let slot = 0; slot < most; slot += 1) {
        // One statement: of two who want the same slot, the second sees the first one's time, and goes on to the next.
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('password_tries')
          .values({ account, slot, at })
          .onConflict((conflict) =>
            conflict
              .columns(['account', 'slot'])
              .doUpdateSet({ at })
              .where((row) => row('password_tries.at', '<=', since)),
          )
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n) return true;
      }
      return false;
    },
  };
}

type Row = Selectable<Tables['passwords']>;

const tryColumns = (tried: PasswordTry | null) => ({
  last_try_at: tried?.at ?? null,
  last_outcome: tried?.outcome ?? null,
  last_aadsts: tried?.aadsts ?? null,
  last_correlation_id: tried?.correlationId ?? null,
});

const passwordColumns = (password: StoredPassword) => ({
  customer_id: password.customerId,
  username: password.username,
  sealed_password: password.sealedPassword,
  has_spaces_at_ends: password.hasSpacesAtEnds ? 1 : 0,
  stored_at: password.storedAt,
  stored_by: password.storedBy,
  proved_at: password.provedAt,
  ...tryColumns(password.lastTry),
});

const passwordOf = (row: Row): StoredPassword => ({
  customerId: row.customer_id,
  username: row.username,
  sealedPassword: row.sealed_password as Sealed,
  hasSpacesAtEnds: row.has_spaces_at_ends === 1,
  storedAt: row.stored_at,
  storedBy: row.stored_by,
  provedAt: row.proved_at,
  lastTry: tryOf(row),
});

function tryOf(row: Row): PasswordTry | null {
  const { last_try_at: at, last_outcome: outcome, last_aadsts: aadsts, last_correlation_id: correlationId } = row;
  if (at === null || outcome === null) return null;
  return { at, outcome: PasswordOutcome.parse(outcome), aadsts, correlationId };
}

const acknowledgementColumns = (one: Acknowledgement) => ({
  customer_id: one.customerId,
  name: one.name,
  given_on: one.date,
  how: one.how,
  recorded_at: one.recordedAt,
  recorded_by: one.recordedBy,
});

const acknowledgementOf = (row: Selectable<Tables['acknowledgements']>): Acknowledgement => ({
  customerId: row.customer_id,
  name: row.name,
  date: row.given_on,
  how: row.how,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
});
