import { mintId } from '../ids.ts';
import type { TenantReference } from '@latchkey/shared/customers/tenant-reference';
import type { ChosenLanguage } from '@latchkey/shared/words/customer-language';
import type { Transaction } from '../storage/store.ts';
import type { Customer } from './customer-repository.ts';

interface Wanted {
  readonly fullName: string;
  /** As Microsoft says, and how we asked for it. */
  readonly tenantId: string;
  readonly reference: TenantReference;
  /** In which language they are to be written to; where nothing is said, a known customer keeps theirs. */
  readonly language: ChosenLanguage | undefined;
  readonly usual: ChosenLanguage;
  readonly cloud: string;
  readonly by: string;
  readonly at: Date;
}

/** The customer of a tenant, added where there is none; undefined when somebody else adds it in this very moment. */
export async function findOrAddCustomer(
  tx: Pick<Transaction, 'customers'>,
  { fullName, tenantId, reference, language, usual, cloud, by, at }: Wanted,
): Promise<Customer | undefined> {
  const known = await tx.customers.findByTenant(tenantId);
  if (known !== undefined) return language === undefined ? known : written(tx, known, language);
  const fresh: Omit<Customer, 'version'> = {
    id: mintId('cus', at),
    tenantId,
    domain: reference.kind === 'domain' ? reference.domain : null,
    cloud,
    fullName,
    language: language ?? usual,
    createdAt: at.toISOString(),
    createdBy: by,
  };
  return (await tx.customers.add(fresh)) ? { ...fresh, version: 1 } : undefined;
}

/** Who is a customer already stays as they are, but for the language; undefined when somebody else changes them in this very moment. */
async function written(
  tx: Pick<Transaction, 'customers'>,
  known: Customer,
  language: ChosenLanguage,
): Promise<Customer | undefined> {
  if (known.language === language) return known;
  const { version, ...rest } = known;
  const next = { ...rest, language };
  return (await tx.customers.replace(next, version)) ? { ...next, version: version + 1 } : undefined;
}
