import type { Kysely } from 'kysely';
import type { HoldRepository } from '../../leases/hold-repository.ts';
import type { LeaseRepository } from '../../leases/lease-repository.ts';
import type { Work, WorkPlan, WorkQueue } from '../../work/work-repository.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../tables.ts';

/** Planning work, inside a transaction. */
export function workPlan(db: Kysely<Tables>): WorkPlan {
  return {
    add: async (work) => {
      await db
        .insertInto('work')
        .values({ ...work, attempts: 0 })
        .execute();
    },
    dropAll: async (kind, subject) => {
      const query = db.deleteFrom('work').where('kind', '=', kind).where('subject', '=', subject);
      return Number((await query.executeTakeFirst()).numDeletedRows);
    },
  };
}

/** Claiming work: in Postgres claimants pass over each other's rows, in SQLite there is one writer anyway. */
export function workQueue(db: Kysely<Tables>, kind: Engine['kind']): WorkQueue {
  const mine = (work: Work) => ({ id: work.id, attempts: work.attempts });
  return {
    claim: async (claim) =>
      db.transaction().execute(async (tx) => {
        let due = tx.selectFrom('work').select('id').where('kind', '=', claim.kind).where('due', '<=', claim.now);
        if (kind === 'postgres') due = due.forUpdate().skipLocked();
        const rows = await due.orderBy('due').limit(claim.limit).execute();
        if (rows.length === 0) return [];
        const ids = rows.map((row) => row.id);
        const claimed = await tx
          .updateTable('work')
          .set((row) => ({ due: claim.leasedUntil, attempts: row.eb('attempts', '+', 1) }))
          .where('id', 'in', ids)
          .returningAll()
          .execute();
        return claimed.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
      }),
    done: async (work) => {
      const { id, attempts } = mine(work);
      const query = db.deleteFrom('work').where('id', '=', id).where('attempts', '=', attempts);
      return (await query.executeTakeFirst()).numDeletedRows === 1n;
    },
    putOff: async (work, due) => {
      const { id, attempts } = mine(work);
      const query = db.updateTable('work').set({ due }).where('id', '=', id).where('attempts', '=', attempts);
      return (await query.executeTakeFirst()).numUpdatedRows === 1n;
    },
  };
}

/** Leases, on either engine: one statement, so that of two claimants exactly one has it. */
export function leaseRepository(db: Kysely<Tables>): LeaseRepository {
  return {
    acquire: async ({ name, holder, now, until }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('leases')
        .values({ name, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, until })
            .where((row) => row.or([row.eb('leases.until', '<=', now), row.eb('leases.holder', '=', holder)])),
        )
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    release: async (name, holder) => {
      await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}

/** Holds, on either engine: one statement, so that nobody shortens what somebody else was told. */
export function holdRepository(db: Kysely<Tables>): HoldRepository {
  return {
    find: async (scope) => {
      const query = db.selectFrom('microsoft_holds').select('until').where('scope', '=', scope);
      return (await query.executeTakeFirst())?.until;
    },
    extend: async (scope, until) => {
      await db
        .insertInto('microsoft_holds')
        .values({ scope, until })
        .onConflict((conflict) =>
          conflict.column('scope').doUpdateSet({ until }).where('microsoft_holds.until', '<', until),
        )
        .execute();
    },
  };
}
