import * as z from 'zod/mini';
import { ConnectionView } from './connections.ts';
import { defineEndpoint, operatorRoles, operatorErrors } from './endpoint.ts';
import { InvitationView } from './invitations.ts';
import { CustomerId, Instant, TenantId } from './schemas.ts';

export const CustomerView = z.strictObject({
  id: CustomerId,
  fullName: z.string(),
  tenantId: TenantId,
  domain: z.nullable(z.string()),
  cloud: z.string(),
  createdAt: Instant,
  connection: z.nullable(ConnectionView),
  /** The invitation that is still pending, if there is one. */
  invitation: z.nullable(InvitationView),
});
export type CustomerView = z.infer<typeof CustomerView>;

export const listCustomers = defineEndpoint({
  method: 'GET',
  path: '/v1/customers',
  summary: 'Customers by name, 50 at a time; or the one of a tenant (by id or domain), or of a service’s short name',
  who: operatorRoles,
  query: z.strictObject({
    tenant: z.optional(z.string().check(z.maxLength(300))),
    shortName: z.optional(z.string().check(z.maxLength(100))),
    before: z.optional(z.string().check(z.maxLength(200))),
  }),
  response: z.strictObject({ items: z.array(CustomerView), next: z.nullable(z.string()), total: z.int() }),
  status: 200,
  errors: [...operatorErrors, 'tenant_reference_invalid'],
  audit: { none: 'reading' },
});

export const readCustomer = defineEndpoint({
  method: 'GET',
  path: '/v1/customers/:customerId',
  summary: 'One customer',
  who: operatorRoles,
  params: z.strictObject({ customerId: CustomerId }),
  response: CustomerView,
  status: 200,
  errors: [...operatorErrors, 'customer_not_found'],
  audit: { none: 'reading' },
});
