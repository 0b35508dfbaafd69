import * as z from 'zod/mini';
import { PasswordMethod } from '../invitations/method.ts';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { Instant } from './schemas.ts';

/** Whether a method may be chosen for new connections, and who last said so. */
export const MethodPolicy = z.strictObject({
  method: PasswordMethod,
  on: z.boolean(),
  /** Null while nobody has ever touched the switch. */
  changedAt: z.nullable(Instant),
  changedBy: z.nullable(z.string()),
});
export type MethodPolicy = z.infer<typeof MethodPolicy>;

export const readPolicies = defineEndpoint({
  method: 'GET',
  path: '/v1/policies',
  summary: 'Which methods an Admin has turned on',
  who: operatorRoles,
  response: z.strictObject({ methods: z.array(MethodPolicy) }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

/** Turning a method off stops it for new connections and for every new password; what is sealed stays until it is deleted. */
export const setMethodPolicy = defineEndpoint({
  method: 'POST',
  path: '/v1/policies/methods/:method',
  summary: 'Turn a method that keeps passwords on or off',
  who: ['Admin'],
  params: z.strictObject({ method: PasswordMethod }),
  body: z.strictObject({ on: z.boolean() }),
  response: MethodPolicy,
  status: 200,
  errors: [...operatorErrors, 'changed_meanwhile'],
  audit: { record: 'policy.method_changed' },
});
