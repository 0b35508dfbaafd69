import { shortNameKey } from '@latchkey/shared/customers/short-name';
import { readTenantReference } from '@latchkey/shared/customers/tenant-reference';
import type { ImportColumn, ImportMistake } from '@latchkey/shared/invitations/import-mistakes';
import type { Customer } from '../customers/customer-repository.ts';
import type { Reads } from '../storage/store.ts';
import { checkRows, type WantedCustomer } from './check-rows.ts';
import type { ImportKind } from './import-repository.ts';
import { readList, type ListMistake } from './read-list.ts';

interface CheckedList {
  readonly wanted: readonly WantedCustomer[];
  /** By row. */
  readonly mistakes: readonly ListMistake[];
}

type KnownReads = Pick<Reads, 'customers' | 'connections' | 'shortNames' | 'invitations'>;

/** Everything that can be told of a list without asking Microsoft. */
export async function checkList(reads: KnownReads, csv: string, kind: ImportKind): Promise<CheckedList> {
  const list = readList(csv);
  if (!list.ok) return { wanted: [], mistakes: list.mistakes ?? [] };
  const { wanted, mistakes } = checkRows(list.value.rows, list.value.width);
  const known = await Promise.all(wanted.map((one) => mistakesByDatabase(reads, one, kind)));
  const wrong = new Set(known.flatMap((found, place) => (found.length === 0 ? [] : [wanted[place]])));
  return {
    wanted: wanted.filter((one) => !wrong.has(one)),
    mistakes: [...mistakes, ...known.flat()].toSorted((one, other) => one.row - other.row),
  };
}

async function mistakesByDatabase(reads: KnownReads, { row, shortName, tenant }: WantedCustomer, kind: ImportKind) {
  const told = (column: ImportColumn, mistake: ImportMistake): ListMistake => ({ row, column, mistake, header: null });
  const customer = await customerOf(reads, tenant);
  // Whose connection is there already is told so in the result, and left alone: the same list may be taken once more.
  if (kind === 'adoptions' && customer !== undefined && (await reads.connections.findByCustomer(customer.id)))
    return [];
  const holder = await reads.shortNames.holderOf(shortNameKey(shortName));
  const isPending = customer !== undefined && (await reads.invitations.findPendingOf([customer.id])).length > 0;
  return [
    ...(holder === undefined ? [] : [told('short_name', 'short_name_taken')]),
    ...(isPending ? [told('tenant', 'customer_has_invitation')] : []),
  ];
}

/** As far as we know the tenant: another domain of it is seen when Microsoft is asked. */
async function customerOf({ customers }: KnownReads, tenant: string): Promise<Customer | undefined> {
  const reference = readTenantReference(tenant);
  if (!reference.ok) return undefined;
  const { value } = reference;
  return value.kind === 'id' ? customers.findByTenant(value.id) : customers.findByDomain(value.domain);
}
