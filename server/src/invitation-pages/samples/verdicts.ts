import type { Check, Verdict } from '@latchkey/shared/validation/verdict';
import { sampleTenantId as tenantId } from './sample.ts';

export const check = (id: Check['id'], result: Check['result'], about: readonly string[] = []): Check => ({
  id,
  result,
  about: [...about],
});

const allPassed: readonly Check[] = [
  check('token', 'passed'),
  check('tenant', 'passed', [tenantId]),
  check('registration', 'passed'),
  check('permissions', 'passed'),
  check('surplus', 'passed'),
  check('live_read', 'passed', ['Contoso Ltd']),
];

/** What a run finds when all is well, but for these. */
export const changed = (changes: readonly Check[]): Check[] =>
  allPassed.map((usual) => changes.find(({ id }) => id === usual.id) ?? usual);

/** Everything proved at 14:33:20. */
export const workingVerdict: Verdict = {
  verdict: 'working',
  evidence: 'probe',
  cause: 'all_proved',
  owner: 'nobody',
  checks: [...allPassed],
  at: '2026-11-23T14:33:20.000Z',
  settlingUntil: null,
  validUntil: '2026-11-25T02:33:20.000Z',
  code: null,
  correlationId: null,
  requestId: null,
};

/** Nothing came back but a refusal. */
export const refusedToken: Partial<Verdict> = {
  verdict: 'action_needed',
  evidence: 'token',
  owner: 'customer',
  checks: changed([
    check('token', 'failed', ['AADSTS65001']),
    check('tenant', 'not_tried'),
    check('registration', 'not_tried'),
    check('permissions', 'not_tried'),
    check('surplus', 'not_tried'),
    check('live_read', 'not_tried'),
  ]),
  code: 'AADSTS65001',
  correlationId: '2f0e7c1e-44b9-4c2a-9d7e-8a1b2c3d4e5f',
  requestId: '7c1e44b9-4c2a-4d7e-8a1b-2c3d4e5f6a7b',
};
