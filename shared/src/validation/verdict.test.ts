import { expect, test } from 'vitest';
import { precedence } from './precedence.ts';
import { Cause, Check, CheckId, EvidenceLevel, Verdict, VerdictName } from './verdict.ts';

/** Old extensions and webhooks know these names: one that was published is not renamed, and a new one is a decision. */
test('the names of the verdicts, of the evidence, of the causes and of the checks', () => {
  expect(VerdictName.options).toEqual([
    'working',
    'degraded',
    'settling',
    'action_needed',
    'blocked',
    'unreachable',
    'unknown',
  ]);
  expect(EvidenceLevel.options).toEqual(['none', 'redirect', 'token', 'grants', 'probe']);
  expect(CheckId.options).toEqual([
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
  expect(Check.shape.result.options).toEqual(['passed', 'failed', 'warning', 'skipped', 'not_tried', 'unknown']);
  expect(Verdict.shape.owner.options).toEqual(['customer', 'provider', 'microsoft', 'nobody']);
  expect(Cause.options).toEqual([
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
});

test('the gravest comes first', () => {
  expect(precedence).toEqual(['blocked', 'action_needed', 'settling', 'unknown', 'unreachable', 'degraded', 'working']);
});
