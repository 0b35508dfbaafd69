import * as z from 'zod/mini';
import { ConnectionView } from './connections.ts';
import { defineEndpoint, operatorRoles, operatorErrors } from './endpoint.ts';
import { ServiceKind } from './invitations.ts';
import { CustomerId, Instant, LicenceType, ServiceId } from './schemas.ts';

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
