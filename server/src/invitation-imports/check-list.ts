import { shortNameKey } from '@latchkey/shared/customers/short-name';
import { readTenantReference } from '@latchkey/shared/customers/tenant-reference';
import type { ImportColumn, ImportMistake } from '@latchkey/shared/invitations/import-mistakes';
import type { Reads } from '../storage/store.ts';
import { checkRows, type WantedCustomer } from './check-rows.ts';
import { readList, type ListMistake } from './read-list.ts';

interface CheckedList {
  readonly wanted: readonly WantedCustomer[];
  /** By row. */
  readonly mistakes: readonly ListMistake[];
}

type KnownReads = Pick<Reads, 'customers' | 'shortNames' | 'invitations'>;

/** Everything that can be told of a list without asking Microsoft. */
export async function checkList(reads: KnownReads, csv: string): Promise<CheckedList> {
  const list = readList(csv);
  if (!list.ok) return { wanted: [], mistakes: list.mistakes ?? [] };
  const { wanted, mistakes } = checkRows(list.value.rows, list.value.width);
  const known = await Promise.all(wanted.map((one) => mistakesByDatabase(reads, one)));
  const wrong = new Set(known.flatMap((found, place) => (found.length === 0 ? [] : [wanted[place]])));
  return {
    wanted: wanted.filter((one) => !wrong.has(one)),
    mistakes: [...mistakes, ...known.flat()].toSorted((one, other) => one.row - other.row),
  };
}

async function mistakesByDatabase(reads: KnownReads, { row, shortName, tenant }: WantedCustomer) {
  const told = (column: ImportColumn, mistake: ImportMistake): ListMistake => ({ row, column, mistake, header: null });
  const [holder, isPending] = await Promise.all([
    reads.shortNames.holderOf(shortNameKey(shortName)),
    hasInvitation(reads, tenant),
  ]);
  return [
    ...(holder === undefined ? [] : [told('short_name', 'short_name_taken')]),
    ...(isPending ? [told('tenant', 'customer_has_invitation')] : []),
  ];
}

/** As far as we know the tenant: another domain of it is seen when Microsoft is asked. */
async function hasInvitation(reads: KnownReads, tenant: string): Promise<boolean> {
  const reference = readTenantReference(tenant);
  if (!reference.ok) return false;
  const { value } = reference;
  const { customers } = reads;
  const customer = await (value.kind === 'id'
    ? customers.findByTenant(value.id)
    : customers.findByDomain(value.domain));
  return customer !== undefined && (await reads.invitations.findPendingOf([customer.id])).length > 0;
}
