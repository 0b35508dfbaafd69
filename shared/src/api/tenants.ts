import * as z from 'zod/mini';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { CustomerId, TenantId } from './schemas.ts';

/** A tenant as Microsoft names it to anybody who asks. */
export const TenantView = z.strictObject({
  tenantId: TenantId,
  /** The domain that was asked for; null when the id was. */
  domain: z.nullable(z.string()),
  cloud: z.string(),
  /** Our customer in that tenant, if there is one. */
  customerId: z.nullable(CustomerId),
});
export type TenantView = z.infer<typeof TenantView>;

export const lookUpTenant = defineEndpoint({
  method: 'GET',
  path: '/v1/tenants',
  summary: 'Find a tenant by its id or one of its domains',
  who: operatorRoles,
  query: z.strictObject({ reference: z.string().check(z.minLength(1), z.maxLength(300)) }),
  response: TenantView,
  status: 200,
  errors: [
    ...operatorErrors,
    'tenant_reference_invalid',
    'tenant_not_found',
    'tenant_personal',
    'microsoft_unreachable',
    'microsoft_throttled',
  ],
  audit: { none: 'reading' },
});
