import * as z from 'zod/mini';

/** What we say of a connection (product: verdicts of a connection). */
export const VerdictName = z.enum([
  'working',
  'degraded',
  'settling',
  'action_needed',
  'blocked',
  'unreachable',
  'unknown',
]);
export type VerdictName = z.infer<typeof VerdictName>;

/** How we know, weakest first. `none`: nobody came back yet, or what came back proves nothing. */
export const EvidenceLevel = z.enum(['none', 'redirect', 'token', 'grants', 'probe']);
export type EvidenceLevel = z.infer<typeof EvidenceLevel>;

/** Why the verdict is what it is; its words stand in words.causes. */
export const Cause = z.enum([
  'all_proved',
  'never_validated',
  'permission_missing',
  'permission_one_person',
  'permission_disabled',
  'permission_optional_missing',
  'permission_surplus',
  'tenant_mismatch',
  'registration_absent',
  'registration_being_made',
  'registration_disabled',
  'registration_blocked_by_microsoft',
  'consent_missing',
  'sign_in_again',
  'mfa_required',
  'conditional_access',
  'account_disabled',
  'provider_credential',
  'token_refused',
  'token_not_fresh',
  'token_without_scope',
  'assignment_required',
  'resource_absent',
  'resource_disabled',
  'resource_unlicensed',
  'role_missing',
  'role_not_active',
  'roles_unreadable',
  'workload_unreadable',
  'credential_expires',
  'sign_in_ends',
  'password_not_proved',
  'password_not_needed',
  'reconsent_needed',
  'grants_unreadable',
  'organization_unreadable',
  'propagation',
  'throttled',
  'no_network',
  'too_old',
]);
export type Cause = z.infer<typeof Cause>;

export const CheckId = z.enum([
  'token',
  'tenant',
  'registration',
  'assignment',
  'resources',
  'permissions',
  'surplus',
  'roles',
  'live_read',
  'users',
  'teams',
  'teams_admin',
  'sign_in',
  'credential',
  'password',
]);
export type CheckId = z.infer<typeof CheckId>;

/**
 * One thing that was looked at. `skipped`: nothing of the kind is needed here, which is no failure; `not_tried`: it is needed, and
 * nobody came so far.
 */
export const Check = z.strictObject({
  id: CheckId,
  result: z.enum(['passed', 'failed', 'warning', 'skipped', 'not_tried', 'unknown']),
  /** What the result is about: claim values, a tenant, template ids of roles, an instant. */
  about: z.array(z.string()),
});
export type Check = z.infer<typeof Check>;

/** A verdict with its proof. Times are ISO 8601, UTC. */
export const Verdict = z.strictObject({
  verdict: VerdictName,
  evidence: EvidenceLevel,
  cause: Cause,
  owner: z.enum(['customer', 'provider', 'microsoft', 'nobody']),
  checks: z.array(Check),
  at: z.iso.datetime(),
  /** Until when a settling failure is too early to judge; null otherwise. */
  settlingUntil: z.nullable(z.iso.datetime()),
  /** From then on the verdict reads "unknown". */
  validUntil: z.iso.datetime(),
  /** Microsoft's own words for it, for a support case: AADSTS number or Graph code. */
  code: z.nullable(z.string()),
  correlationId: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
});
export type Verdict = z.infer<typeof Verdict>;
