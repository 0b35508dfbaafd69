import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import { PermissionLineView } from '@latchkey/shared/api/schemas';
import { isSame } from '@latchkey/shared/validation/history';
import { Verdict, VerdictName } from '@latchkey/shared/validation/verdict';
import type { Validation, ValidationRepository } from '../../validation/validation-repository.ts';
import type { Tables } from '../tables.ts';

const Lines = z.array(PermissionLineView);
const Upstream = z.array(
  z.strictObject({ what: z.string(), requestId: z.nullable(z.string()), status: z.nullable(z.int()) }),
);
const Kind = z.enum(['validated', 'checked', 'consent']);

/** Finished validations, on either engine. */
export function validationRepository(db: Kysely<Tables>): ValidationRepository {
  const all = () => db.selectFrom('validations').selectAll();
  const one = async (query: ReturnType<typeof all>) => {
    const row = await query.executeTakeFirst();
    return row && validationOf(row);
  };
  const latest = (connectionId: string) =>
    one(all().where('connection_id', '=', connectionId).orderBy('audit_seq', 'desc').orderBy('id', 'desc'));
  return {
    find: (id) => one(all().where('id', '=', id)),
    findLatest: latest,
    listChanges: async (connectionId, { before, limit }) => {
      let query = all().where('connection_id', '=', connectionId).where('changed', '=', 1);
      if (before !== null) query = query.where('audit_seq', '<', before);
      return (await query.orderBy('audit_seq', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(validationOf);
    },
    listTold: async (connectionId, since) => {
      const told = () =>
        db
          .selectFrom('validations')
          .select(['at', 'verdict_name', 'verdict_until'])
          .where('connection_id', '=', connectionId);
      const [before, after] = await Promise.all([
        told().where('at', '<', since).orderBy('at', 'desc').orderBy('audit_seq', 'desc').limit(1).execute(),
        told().where('at', '>=', since).orderBy('at').orderBy('audit_seq').execute(),
      ]);
      return [...before, ...after].map(({ at, verdict_name: name, verdict_until: validUntil }) => ({
        at,
        verdict: VerdictName.parse(name),
        validUntil,
      }));
    },
    add: async (validation) => {
      const before = await latest(validation.connectionId);
      const changed = before === undefined || !isSame(before.verdict, validation.verdict);
      await db
        .insertInto('validations')
        .values({ ...columns(validation), changed: changed ? 1 : 0 })
        .execute();
    },
  };
}

const columns = (validation: Validation) => ({
  id: validation.id,
  connection_id: validation.connectionId,
  at: validation.at,
  kind: validation.kind,
  verdict: JSON.stringify(validation.verdict),
  permissions: validation.permissions === null ? null : JSON.stringify(validation.permissions),
  upstream: JSON.stringify(validation.upstream),
  started_by: validation.startedBy,
  audit_seq: validation.auditSequence,
  verdict_name: validation.verdict.verdict,
  verdict_until: validation.verdict.validUntil,
});

const validationOf = (row: Selectable<Tables['validations']>): Validation => ({
  id: row.id,
  connectionId: row.connection_id,
  at: row.at,
  kind: Kind.parse(row.kind),
  verdict: Verdict.parse(JSON.parse(row.verdict)),
  permissions: row.permissions === null ? null : Lines.parse(JSON.parse(row.permissions)),
  upstream: Upstream.parse(JSON.parse(row.upstream)),
  startedBy: row.started_by,
  auditSequence: Number(row.audit_seq),
});
