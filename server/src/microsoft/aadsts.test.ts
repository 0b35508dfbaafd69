import { expect, test } from 'vitest';
import { aadstsNumber, redirectRefusal } from './aadsts.ts';
import { retryAfterSeconds } from './answers.ts';

test.each([
  ['access_denied', 'AADSTS65004: User declined to consent', 'consent_declined', 65004],
  ['consent_required', 'AADSTS65004%3a', 'consent_declined', 65004],
  ['access_denied', null, 'consent_declined', null],
  ['consent_required', null, 'consent_declined', null],
  ['access_denied', 'AADSTS90094: needs admin approval', 'consent_needs_admin', 90094],
  ['interaction_required', 'AADSTS90097', 'consent_needs_admin', 90097],
  ['access_denied', 'AADSTS50105: not assigned', 'consent_needs_admin', 50105],
  ['invalid_request', 'AADSTS50020: other identity provider', 'consent_tenant_mismatch', 50020],
  ['access_denied', 'AADSTS53003: blocked', 'consent_needs_admin', 53003],
  ['access_denied', 'AADSTS50999: nobody knows', 'consent_answer_refused', 50999],
  ['server_error', 'AADSTS65004: User declined', 'microsoft_unreachable', 65004],
  ['invalid_client', 'AADSTS7000215', 'consent_answer_refused', 7000215],
  ['server_error', 'AADSTS90033', 'microsoft_unreachable', 90033],
  ['temporarily_unavailable', null, 'microsoft_unreachable', null],
  ['constructor', null, 'consent_answer_refused', null],
  ['__proto__', 'AADSTS', 'consent_answer_refused', null],
])('%s with %s → %s', (error, description, code, aadsts) => {
  expect(redirectRefusal(error, description)).toEqual({ code, aadsts, correlationId: null });
});

test('the correlation id is read, so that a refusal can be found in the customer’s sign-in log', () => {
  const id = '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246';
  const description = `AADSTS90094: needs an administrator.\r\nTrace ID: c41b7e02-95ad-4f38-b6c9-1e8d50a72300\r\nCorrelation ID: ${id}`;
  expect(redirectRefusal('access_denied', description).correlationId).toBe(id);
});

test('a number is read only where Microsoft writes one', () => {
  expect([aadstsNumber('XAADSTS65004'), aadstsNumber('AADSTS12'), aadstsNumber(null)]).toEqual([null, null, null]);
});

test.each([
  ['30', 30],
  ['0', 0],
  ['Mon, 02 Nov 2026 09:00:30 GMT', 30],
  ['Mon, 02 Nov 2026 08:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['', null],
  [undefined, null],
])('Retry-After %s is %s seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, new Date('2026-11-02T09:00:00.000Z'))).toBe(seconds);
});
