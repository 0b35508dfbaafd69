import type { Endpoint } from '@latchkey/shared/api/endpoint';
import { ok, err, type Result } from '@latchkey/shared/result';
import type { IdempotencyReads, IdempotencyTicket, KeptAnswer } from '../idempotency/idempotency-repository.ts';
import type { Fingerprints } from '../sealing/fingerprints.ts';
import type { HttpContext } from './context.ts';
import type { Operator } from './call.ts';

/** Makes calls that carry an `Idempotency-Key` happen once. The answer is kept by the handler, in the transaction of its effect. */
export interface Idempotency {
  readonly kept: IdempotencyReads;
  readonly fingerprints: Fingerprints;
}

const wellFormed = /^[\x21-\x7e]{16,128}$/;

/** The ticket of this call; refused without a key. */
export function ticketOf(
  { fingerprints }: Idempotency,
  endpoint: Endpoint,
  c: HttpContext,
  operator: Operator,
  body: unknown,
): Result<IdempotencyTicket, 'idempotency_key_missing'> {
  const key = c.req.header('idempotency-key');
  if (key === undefined || !wellFormed.test(key)) return err('idempotency_key_missing');
  return ok({
    key,
    operatorId: operatorKey(operator),
    fingerprint: fingerprints.of(fingerprintText(endpoint, c, body)),
  });
}

/** The answer that was given before, if there is one; refused when the key was used for another request. */
export async function keptAnswer(
  { kept, fingerprints }: Idempotency,
  endpoint: Endpoint,
  c: HttpContext,
  ticket: IdempotencyTicket,
  body: unknown,
): Promise<Result<KeptAnswer | undefined, 'idempotency_key_reused'>> {
  const answer = await kept.find(ticket.key, ticket.operatorId);
  if (answer === undefined) return ok(undefined);
  const isSame = fingerprints.matches(fingerprintText(endpoint, c, body), answer.fingerprint);
  return isSame ? ok(answer) : err('idempotency_key_reused');
}

const operatorKey = ({ tenantId, objectId }: Operator): string => `${tenantId}/${objectId}`;

/** The parsed body with its keys in order: the same request, however it was written. */
const fingerprintText = (endpoint: Endpoint, c: HttpContext, body: unknown): string =>
  `${endpoint.method} ${new URL(c.req.url).pathname}\n${JSON.stringify(body, (_key, value: unknown) => inOrder(value))}`;

const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;
