import * as z from 'zod/mini';
import { VerdictName } from '../validation/verdict.ts';
import { Instant } from './schemas.ts';

export const OwnerName = z.enum(['customer', 'provider', 'microsoft', 'nobody']);

/**
 * Which customers are meant, by how their connection stands: the verdict as it reads now, who must act, and what is older or ends
 * sooner than a time. What is named must be so; a customer without a connection is meant only where nothing is named.
 */
export const CustomerFilter = z.strictObject({
  verdict: z.optional(VerdictName),
  owner: z.optional(OwnerName),
  /** Looked at before then, or never. */
  checkedBefore: z.optional(Instant),
  /** The sign-in that it lives on ends before then. */
  endsBefore: z.optional(Instant),
});
export type CustomerFilter = z.infer<typeof CustomerFilter>;
