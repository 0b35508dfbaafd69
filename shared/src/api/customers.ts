import * as z from 'zod/mini';
import { ConnectionView } from './connections.ts';
import { defineEndpoint, operatorRoles, operatorErrors } from './endpoint.ts';
import { InvitationView, ServiceKind } from './invitations.ts';
import { CustomerId, Instant, LicenceType, ServiceId, TenantId } from './schemas.ts';

export const ServiceView = z.strictObject({
  id: ServiceId,
  customerId: CustomerId,
  customerName: z.string(),
  kind: ServiceKind,
  fullName: z.string(),
  shortName: z.string(),
  licenceType: LicenceType,
  licensedUsers: z.int(),
  addedAt: Instant,
  addedBy: z.string(),
  connection: z.nullable(ConnectionView),
});
export type ServiceView = z.infer<typeof ServiceView>;

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

export const listServices = defineEndpoint({
  method: 'GET',
  path: '/v1/services',
  summary: 'Services, newest first, 50 at a time',
  who: operatorRoles,
  query: z.strictObject({ before: z.optional(z.string().check(z.maxLength(80))) }),
  response: z.strictObject({ items: z.array(ServiceView), next: z.nullable(z.string()), total: z.int() }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const readService = defineEndpoint({
  method: 'GET',
  path: '/v1/services/:serviceId',
  summary: 'One service, with its connection: what M365 Settings shows',
  who: operatorRoles,
  params: z.strictObject({ serviceId: ServiceId }),
  response: ServiceView,
  status: 200,
  errors: [...operatorErrors, 'service_not_found'],
  audit: { none: 'reading' },
});
