import * as z from 'zod/mini';
import { Cause, EvidenceLevel, VerdictName } from '../validation/verdict.ts';
import { CustomerFilter, OwnerName } from './customer-filter.ts';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { ConnectionId, CustomerId, Instant, TenantId } from './schemas.ts';

/** By what the list is ordered; what needs somebody soonest stands first. */
export const StandingOrder = z.enum(['name', 'verdict', 'owner', 'age', 'expiry']);
export type StandingOrder = z.infer<typeof StandingOrder>;

/** A customer and how its connection stands: as much of it as a row shows. */
export const CustomerStanding = z.strictObject({
  customerId: CustomerId,
  fullName: z.string(),
  tenantId: TenantId,
  domain: z.nullable(z.string()),
  connectionId: z.nullable(ConnectionId),
  /** As it was given; past `validUntil` it reads "unknown". Null where nobody has looked, or there is no connection. */
  verdict: z.nullable(
    z.strictObject({
      verdict: VerdictName,
      cause: Cause,
      evidence: EvidenceLevel,
      owner: OwnerName,
      at: Instant,
      validUntil: Instant,
      settlingUntil: z.nullable(Instant),
    }),
  ),
  /** When the sign-in ends on which the connection lives, if nobody uses it until then. */
  endsAt: z.nullable(Instant),
});
export type CustomerStanding = z.infer<typeof CustomerStanding>;

const filter = {
  verdict: CustomerFilter.shape.verdict,
  owner: CustomerFilter.shape.owner,
  checkedBefore: CustomerFilter.shape.checkedBefore,
  endsBefore: CustomerFilter.shape.endsBefore,
};

export const listStandings = defineEndpoint({
  method: 'GET',
  path: '/v1/customer-standings',
  summary: 'Customers with how their connections stand: filtered, ordered, 50 at a time',
  who: operatorRoles,
  query: z.strictObject({
    ...filter,
    order: z.optional(StandingOrder),
    before: z.optional(z.string().check(z.maxLength(300))),
  }),
  response: z.strictObject({ items: z.array(CustomerStanding), next: z.nullable(z.string()), total: z.int() }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const exportStandings = defineEndpoint({
  method: 'POST',
  path: '/v1/customer-standings/export',
  summary: 'The same as a table for a spreadsheet: CSV (RFC 4180), and no cell that a spreadsheet would calculate',
  who: operatorRoles,
  body: z.strictObject({ filter: CustomerFilter, order: z.optional(StandingOrder) }),
  response: z.strictObject({ fileName: z.string(), csv: z.string() }),
  status: 200,
  errors: operatorErrors,
  audit: { record: 'customers.exported' },
});
