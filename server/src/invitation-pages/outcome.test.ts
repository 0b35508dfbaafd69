import { Cause, VerdictName, type Check, type Verdict } from '@latchkey/shared/validation/verdict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.ts';
import { sampleReceipt } from './samples/results.ts';
import { sampleContext, sampleInvitation, sampleNow } from './samples/sample.ts';
import { workingVerdict } from './samples/verdicts.ts';
import { renderPage } from './views.ts';

const page = (verdict: Verdict): string =>
  String(
    renderPage(
      {
        page: 'consent_result',
        invitation: sampleInvitation,
        service: { kind: 'direct-routing' },
        verdict,
        permissions: [],
        receipt: sampleReceipt,
        account: null,
        isMailed: false,
      },
      sampleContext('en'),
    ),
  );

test('all proved is called done', () => {
  expect(outcomeOf(workingVerdict, sampleNow)).toEqual({ kind: 'proved', atRisk: false });
  expect(page(workingVerdict)).toContain('Done, and proved');
});

test('a proof past its time is no proof', () => {
  const old = { ...workingVerdict, validUntil: sampleNow };
  expect(outcomeOf(old, sampleNow)).toEqual({ kind: 'not_proved', cause: 'too_old' });
  expect(page(old)).not.toContain('Done, and proved');
});

test('settling ends with its time', () => {
  const settling = { ...workingVerdict, verdict: 'settling', cause: 'propagation', settlingUntil: sampleNow } as const;
  expect(outcomeOf(settling, sampleNow)).toEqual({ kind: 'not_proved', cause: 'propagation' });
  expect(outcomeOf(settling, '2026-11-23T14:33:59.000Z')).toEqual({ kind: 'settling', until: sampleNow });
});

test('a grant to one person offers the approval for the organisation, and no green heading', () => {
  const one = { ...workingVerdict, verdict: 'action_needed', cause: 'permission_one_person' } as const;
  expect(outcomeOf(one, sampleNow).kind).toBe('box_not_ticked');
  expect(page(one)).toContain('action="/i/approve-organization?of=');
  expect(page(one)).not.toContain('Done, and proved');
});

const anyCheck = fc.record({
  id: fc.constantFrom<Check['id'][]>('token', 'tenant', 'registration', 'permissions', 'surplus', 'live_read'),
  result: fc.constantFrom<Check['result'][]>('passed', 'failed', 'warning', 'not_tried', 'unknown'),
  about: fc.constant<string[]>([]),
});

const anyVerdict: fc.Arbitrary<Verdict> = fc.record({
  verdict: fc.constantFrom(...VerdictName.options),
  evidence: fc.constantFrom<Verdict['evidence'][]>('none', 'redirect', 'token', 'grants', 'probe'),
  cause: fc.constantFrom(...Cause.options),
  owner: fc.constant<Verdict['owner']>('nobody'),
  checks: fc.array(anyCheck, { maxLength: 8 }),
  at: fc.constant(workingVerdict.at),
  settlingUntil: fc.constantFrom(null, '2026-11-23T14:48:00.000Z'),
  validUntil: fc.constantFrom(workingVerdict.validUntil, '2026-11-23T14:00:00.000Z'),
  code: fc.constant(null),
  correlationId: fc.constant(null),
  requestId: fc.constant(null),
});

test('whatever a verdict says, "Done, and proved" stands on every proof', () => {
  fc.assert(
    fc.property(anyVerdict, (verdict) => {
      const passed = (id: Check['id']) => verdict.checks.some((check) => check.id === id && check.result === 'passed');
      const done = page(verdict).includes('Done, and proved');
      const proved =
        ['working', 'degraded'].includes(verdict.verdict) &&
        verdict.evidence === 'probe' &&
        verdict.validUntil > sampleNow &&
        passed('token') &&
        passed('tenant') &&
        passed('permissions') &&
        passed('live_read');
      expect(done).toBe(proved);
    }),
    { numRuns: 2000 },
  );
});
