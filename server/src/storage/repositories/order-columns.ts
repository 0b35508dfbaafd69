import { LicenceType } from '@latchkey/shared/api/schemas';
import type { Order } from '../../invitations/invitation-repository.ts';

interface OrderColumns {
  readonly kind: string;
  readonly full_name: string;
  readonly short_name: string;
  readonly licence_type: string;
  readonly licensed_users: number;
}

/** An order as columns. */
export const orderColumns = (order: Order): OrderColumns => ({
  kind: order.kind,
  full_name: order.fullName,
  short_name: order.shortName,
  licence_type: order.licenceType,
  licensed_users: order.licensedUsers,
});

/** An order from its columns. */
export const orderOf = (row: OrderColumns): Order => ({
  kind: 'direct-routing',
  fullName: row.full_name,
  shortName: row.short_name,
  licenceType: LicenceType.parse(row.licence_type),
  licensedUsers: row.licensed_users,
});
