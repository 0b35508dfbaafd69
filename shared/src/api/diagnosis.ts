import * as z from 'zod/mini';
import { longestPaste } from '../errors/doctor/longest-paste.ts';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { ConnectionId, CustomerId, Instant, InvitationId, TenantId } from './schemas.ts';

/** What was found in a text: codes of known shapes and ids, never its words. */
const FoundView = z.strictObject({
  /** AADSTS numbers, known or not. */
  aadsts: z.array(z.int()),
  /** Graph's error code. */
  graph: z.nullable(z.string()),
  oauthError: z.nullable(z.string()),
  suberror: z.nullable(z.string()),
  /** What happened on the way to Microsoft. */
  transport: z.nullable(z.string()),
  /** HTTP status. */
  status: z.nullable(z.int()),
  correlationId: z.nullable(z.guid()),
  requestId: z.nullable(z.guid()),
  timestamp: z.nullable(Instant),
  tenantId: z.nullable(TenantId),
  tenantDomain: z.nullable(z.string()),
  appId: z.nullable(z.guid()),
});

/** The one cause of it, and the one next check. */
const FaultView = z.strictObject({
  source: z.enum(['aadsts', 'graph', 'transport', 'oauth', 'status', 'unknown']),
  key: z.string(),
  class: z.string(),
  owner: z.enum(['customer', 'provider', 'microsoft', 'nobody']),
  retry: z.enum(['never', 'later', 'propagation', 'sign_in']),
  title: z.string(),
  nextStep: z.string(),
});

/** The customer that the text is about, where its tenant is one of ours. */
export const AboutCustomer = z.strictObject({
  id: CustomerId,
  fullName: z.string(),
  tenantId: TenantId,
  connectionId: z.nullable(ConnectionId),
  /** The invitation that is still pending, if there is one. */
  invitationId: z.nullable(InvitationId),
});
export type AboutCustomer = z.infer<typeof AboutCustomer>;

/** What the error doctor says. There is no good outcome: a text proves nothing. */
export const DiagnosisView = z.strictObject({
  /** True when the text carries the code of a sign-in: nothing of it was used, and nothing was kept. */
  refused: z.boolean(),
  found: z.nullable(FoundView),
  /** Null where no error was found. */
  fault: z.nullable(FaultView),
  customer: z.nullable(AboutCustomer),
});
export type DiagnosisView = z.infer<typeof DiagnosisView>;

/** Any text, address or JSON with an error of Microsoft's. It is read and forgotten. */
export const diagnoseText = defineEndpoint({
  method: 'POST',
  path: '/v1/diagnose',
  summary: 'Error doctor: what an error of Microsoft’s means, who must act, what to do, and which customer it is about',
  who: operatorRoles,
  body: z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(longestPaste)) }),
  response: DiagnosisView,
  status: 200,
  errors: operatorErrors,
  audit: { none: 'the text is read and forgotten' },
});
