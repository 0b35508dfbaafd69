import type { TimeCursor } from '../storage/page.ts';
import type { Order } from '../invitations/invitation-repository.ts';

/** What a customer buys, once an operator pressed Add. */
export interface Service {
  readonly id: string;
  readonly customerId: string;
  /** Null where it came with a consent that was adopted. */
  readonly invitationId: string | null;
  readonly order: Order;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly version: number;
}

export interface ServiceReads {
  find(id: string): Promise<Service | undefined>;
  findByInvitation(invitationId: string): Promise<Service | undefined>;
  /** By the key of its short name. */
  findByShortName(key: string): Promise<Service | undefined>;
  /** The newest of the customer's. */
  findOfCustomer(customerId: string): Promise<Service | undefined>;
  /** Newest first. */
  list(page: { readonly before: TimeCursor | null; readonly limit: number }): Promise<readonly Service[]>;
  count(): Promise<number>;
}

export interface ServiceRepository extends ServiceReads {
  /** False when the short name is a service's already, or the invitation made one; nothing is stored then. */
  add(service: Omit<Service, 'version'>): Promise<boolean>;
}

export interface ShortNameReads {
  /** The invitation that holds the name; null where it is held by a service without one; undefined where it is free. */
  holderOf(key: string): Promise<string | null | undefined>;
}

/** Short names are unique in the deployment, from the first order on (shared/customers/short-name: the key). */
export interface ShortNameRepository extends ShortNameReads {
  /** False when it is held already. */
  reserve(key: string, invitationId: string | null): Promise<boolean>;
  /** Frees what this invitation holds. */
  release(invitationId: string): Promise<void>;
}
