import * as z from 'zod/mini';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { Instant } from './schemas.ts';

const Role = z.enum(operatorRoles);

/** Somebody who has signed in, as their newest token named them. */
export const OperatorView = z.strictObject({
  objectId: z.string(),
  name: z.nullable(z.string()),
  tenantId: z.nullable(z.string()),
  /** The highest role of that token; null where it was not kept. */
  role: z.nullable(Role),
  lastSignIn: Instant,
  /** The very operator who asks. */
  isCaller: z.boolean(),
  /** How many sessions are alive now, on whatever device. */
  sessions: z.int(),
});
export type OperatorView = z.infer<typeof OperatorView>;

/** What a role may call, as the endpoints themselves declare it. */
export const RoleView = z.strictObject({
  role: Role,
  may: z.array(z.strictObject({ method: z.string(), path: z.string(), summary: z.string() })),
});
export type RoleView = z.infer<typeof RoleView>;

export const listOperators = defineEndpoint({
  method: 'GET',
  path: '/v1/operators',
  summary: 'Who has signed in, with the role of their newest token, and what each role may call',
  who: ['Admin'],
  response: z.strictObject({
    operators: z.array(OperatorView),
    roles: z.array(RoleView),
    /** The application whose app roles these are, and the portal’s list of applications in the caller’s tenant. */
    application: z.strictObject({ appId: z.string(), portal: z.url() }),
  }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const signOutOperator = defineEndpoint({
  method: 'POST',
  path: '/v1/operators/:objectId/sign-out',
  summary: 'End every session of an operator at once',
  who: ['Admin'],
  params: z.strictObject({ objectId: z.string().check(z.regex(/^[\w-]{1,64}$/)) }),
  response: z.strictObject({ ended: z.int() }),
  status: 200,
  errors: operatorErrors,
  audit: { record: 'operator.signed_out' },
});
