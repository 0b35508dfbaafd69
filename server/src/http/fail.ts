import { errorCatalogue, type ErrorCode } from '@latchkey/shared/errors/catalogue';
import type { Problem } from '@latchkey/shared/errors/problem';
import type { HttpContext } from './context.ts';

type WrongFields = Readonly<NonNullable<Problem['fields']>>;

/** The only place where an error becomes HTTP (RFC 9457). Nothing of the cause is in it: words, and our reference. */
export function fail(c: HttpContext, code: ErrorCode, fields?: WrongFields): Response {
  const { status } = errorCatalogue[code];
  const { title, nextStep } = c.get('words').errors[code];
  const reference = c.get('requestId');
  const problem: Problem = { type: `/errors/${code}`, code, status, title, nextStep, reference };
  const body = JSON.stringify(fields === undefined ? problem : { ...problem, fields: [...fields] });
  return c.body(body, status, { 'content-type': 'application/problem+json', ...hints(code, status) });
}

function hints(code: ErrorCode, status: number): Record<string, string> {
  if (code === 'session_missing') return { 'www-authenticate': 'Bearer realm="latchkey"' };
  if (status === 401) return { 'www-authenticate': 'Bearer realm="latchkey", error="invalid_token"' };
  return status === 429 || status === 503 ? { 'retry-after': code === 'too_many_requests' ? '60' : '5' } : {};
}
