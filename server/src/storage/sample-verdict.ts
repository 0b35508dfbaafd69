import type { Verdict } from '@latchkey/shared/validation/verdict';

/** A proved connection, for tests. */
export const sampleVerdict: Verdict = {
  verdict: 'working',
  evidence: 'probe',
  cause: 'all_proved',
  owner: 'nobody',
  checks: [{ id: 'tenant', result: 'passed', about: ['t'] }],
  at: '2026-11-02T09:00:00.000Z',
  settlingUntil: null,
  validUntil: '2026-11-03T21:00:00.000Z',
  code: null,
  correlationId: null,
  requestId: 'r1',
};
