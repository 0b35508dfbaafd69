import * as z from 'zod/mini';

/** An error on the wire (RFC 9457, application/problem+json). `code` is one of the error catalogue. */
export const Problem = z.object({
  type: z.string(),
  code: z.string(),
  status: z.int(),
  title: z.string(),
  nextStep: z.string(),
  /** Our request id, for a support case. */
  reference: z.string(),
  /** The fields that are wrong, by their path in the request. */
  fields: z.optional(z.array(z.strictObject({ path: z.string(), code: z.string() }))),
});
export type Problem = z.infer<typeof Problem>;
