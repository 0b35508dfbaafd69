import type { ChosenLanguage } from '@latchkey/shared/words/customer-language';
import type { NameCursor } from '../storage/page.ts';

/** An organisation, pinned to one Microsoft tenant. */
export interface Customer {
  readonly id: string;
  /** Lower case; unique: a tenant is one customer. */
  readonly tenantId: string;
  readonly domain: string | null;
  readonly cloud: string;
  readonly fullName: string;
  /** In which its administrators are written to, and the invitation pages are until somebody chooses another. */
  readonly language: ChosenLanguage;
  readonly createdAt: string;
  readonly createdBy: string;
  /** 1 when new; one more with each change. */
  readonly version: number;
}

export interface CustomerReads {
  find(id: string): Promise<Customer | undefined>;
  /** Those of the ids that exist, in no order. */
  findMany(ids: readonly string[]): Promise<readonly Customer[]>;
  findByTenant(tenantId: string): Promise<Customer | undefined>;
  /** The newest customer that was pinned by this domain. */
  findByDomain(domain: string): Promise<Customer | undefined>;
  /** By full name without regard to case, then by id. `after` is where the page before ended. */
  list(page: { readonly after: NameCursor | null; readonly limit: number }): Promise<readonly Customer[]>;
  count(): Promise<number>;
}

export interface CustomerRepository extends CustomerReads {
  /** False when the tenant already is a customer; nothing is stored then. */
  add(customer: Omit<Customer, 'version'>): Promise<boolean>;
  /** Stores `next` as version `expectedVersion + 1`; false when somebody was faster. */
  replace(next: Omit<Customer, 'version'>, expectedVersion: number): Promise<boolean>;
}

/** The key by which the list is ordered, and which a cursor holds. */
export const customerNameKey = (fullName: string): string => fullName.normalize('NFC').toLowerCase();
