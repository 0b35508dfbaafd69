import type { AuditFilter, AuditLineView } from '@latchkey/shared/api/audit';
import { outcomeOf } from '@latchkey/shared/audit/audit-actions';
import type { Reads } from '../storage/store.ts';
import type { AuditLine } from './audit-repository.ts';

const pageSize = 50;
type AuditSource = Pick<Reads, 'audit' | 'customers'>;

/** The trail as a page of it is sent: newest first. */
export async function listLines(
  reads: AuditSource,
  filter: AuditFilter,
  before: number | null,
): Promise<{ readonly items: AuditLineView[]; readonly next: string | null }> {
  const lines = await reads.audit.search(filter, { before, limit: pageSize + 1 });
  const items = await lineViews(reads, lines.slice(0, pageSize));
  return { items, next: lines.length > pageSize ? String(items.at(-1)?.sequence) : null };
}

/** Lines with the names that their customers have now. */
export async function lineViews(reads: AuditSource, lines: readonly AuditLine[]): Promise<AuditLineView[]> {
  const ids = new Set(lines.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])));
  const customers = ids.size === 0 ? [] : await reads.customers.findMany([...ids]);
  const names = new Map(customers.map(({ id, fullName }) => [id, fullName]));
  return lines.map(({ customerId, actor, details, ...line }) => ({
    ...line,
    outcome: outcomeOf(line.action),
    actor: { ...actor },
    customer: customerId === null ? null : { id: customerId, fullName: names.get(customerId) ?? null },
    details: JSON.stringify(details),
  }));
}
