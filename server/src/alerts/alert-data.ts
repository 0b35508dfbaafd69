import { Cause, EvidenceLevel, VerdictName } from '@latchkey/shared/validation/verdict';
import * as z from 'zod';

const Customer = z.object({ id: z.string(), fullName: z.string(), tenantId: z.string() });

/** What an alert of a change holds. */
export const ChangeData = z.object({
  customer: Customer,
  from: z.nullable(VerdictName),
  to: VerdictName,
  cause: Cause,
  owner: z.enum(['customer', 'provider', 'microsoft', 'nobody']),
  evidence: EvidenceLevel,
});
export type ChangeData = z.infer<typeof ChangeData>;

/** What an alert of an end holds; without a customer it is the provider's own. */
export const ExpiryData = z.object({
  customer: Customer.optional(),
  credential: z.enum(['secret', 'certificate', 'sign_in']),
  endsAt: z.string(),
  days: z.int(),
});
export type ExpiryData = z.infer<typeof ExpiryData>;

/** The customer that an alert is about, if it is about one. */
export const customerOf = (data: unknown): z.infer<typeof Customer> | undefined =>
  z.object({ customer: Customer }).safeParse(data).data?.customer;
