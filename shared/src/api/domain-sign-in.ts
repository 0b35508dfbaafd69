import * as z from 'zod/mini';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';

/** Who checks the passwords of a domain: Microsoft, or the sign-in service that the domain is federated with. */
export const DomainSignIn = z.enum(['managed', 'federated', 'unknown']);
export type DomainSignIn = z.infer<typeof DomainSignIn>;

export const readDomainSignIn = defineEndpoint({
  method: 'GET',
  path: '/v1/domain-sign-in',
  summary: 'Who checks the passwords of a domain, as Microsoft tells anybody who asks',
  who: operatorRoles,
  query: z.strictObject({ domain: z.string().check(z.minLength(1), z.maxLength(300)) }),
  response: z.strictObject({ domain: z.string(), signIn: DomainSignIn }),
  status: 200,
  errors: [...operatorErrors, 'tenant_reference_invalid', 'microsoft_unreachable', 'microsoft_throttled'],
  audit: { none: 'reading' },
});
