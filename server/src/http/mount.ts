import type { Hono } from 'hono';
import type { Endpoint } from '@latchkey/shared/api/endpoint';
import type { ErrorCode } from '@latchkey/shared/errors/catalogue';
import type { Clock } from '../clock.ts';
import type { Secret } from '../sealing/secret.ts';
import type { Log } from '../log/log.ts';
import { answer } from './answer.ts';
import type { Result } from '@latchkey/shared/result';
import type { Guest, Mount, Operator, SessionKey } from './call.ts';
import type { HttpContext, HttpEnvironment } from './context.ts';
import { fail } from './fail.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import { keptAnswer, ticketOf, type Idempotency } from './idempotency.ts';
import { bearerOf, permit, staysWithin, type Permits } from './permit.ts';
import { allowance, type RateLimits } from './rate-limits.ts';
import { readRequest } from './read-request.ts';
import { unchangedSince, type ChangeTags } from './change-tags.ts';

export interface MountDependencies extends Omit<Permits, 'isAllowed'> {
  readonly app: Hono<HttpEnvironment>;
  readonly idempotency: Idempotency;
  readonly tags: ChangeTags;
  readonly limits: RateLimits;
  readonly log: Log;
  readonly now: Clock;
}

/** A call of any endpoint. The handler's own types were checked where it was mounted. */
interface AnyCall {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly operator: Operator | undefined;
  readonly guest: Guest | undefined;
  readonly session: SessionKey | undefined;
  readonly bearer: Secret | undefined;
  readonly requestId: string;
  readonly lastEventId: string | undefined;
  readonly idempotency: IdempotencyTicket | undefined;
  readonly signal: AbortSignal;
}
type AnyHandler = (call: AnyCall) => Promise<Result<unknown, ErrorCode>>;

/** Gives the one way in which an endpoint gets onto the network: what its declaration does not allow does not reach its handler. */
export function createMount(dependencies: MountDependencies): Mount {
  const isAllowed = allowance(dependencies.limits.operator);
  return (endpoint, handler) => {
    const serving = { ...dependencies, isAllowed, endpoint, handle: handler as unknown as AnyHandler };
    dependencies.app.on(endpoint.method, endpoint.path, (c) => serve(serving, c));
  };
}

type Serving = MountDependencies &
  Permits & {
    readonly endpoint: Endpoint;
    readonly handle: AnyHandler;
  };

async function serve(serving: Serving, c: HttpContext): Promise<Response> {
  const { endpoint } = serving;
  const caller = await permit(serving, endpoint, c);
  if (typeof caller === 'string') return fail(c, caller);
  const request = await readRequest(endpoint, c);
  if (!request.ok) return fail(c, request.code, request.fields);
  if (!staysWithin(caller, request.params)) return fail(c, 'invitation_not_found');
  const unchanged = await unchangedSince(serving.tags, endpoint, caller?.operator, c);
  if (unchanged !== undefined) return unchanged;
  const call: AnyCall = {
    params: request.params,
    query: request.query,
    body: request.body,
    operator: caller?.operator,
    guest: caller?.guest,
    session: caller?.key,
    bearer: caller === undefined ? bearerOf(c) : undefined,
    requestId: c.get('requestId'),
    lastEventId: c.req.header('last-event-id'),
    idempotency: undefined,
    signal: c.req.raw.signal,
  };
  return mustBeOnce(endpoint, c) && caller?.operator !== undefined
    ? once(serving, call, caller.operator, c)
    : finish(serving, call, c);
}

/** Where a key is only offered, who sends none calls as often as they like. */
const mustBeOnce = ({ idempotent }: Endpoint, c: HttpContext): boolean =>
  idempotent === true || (idempotent === 'offered' && c.req.header('idempotency-key') !== undefined);

async function finish({ endpoint, handle, log }: Serving, call: AnyCall, c: HttpContext): Promise<Response> {
  const result = await handle(call);
  return result.ok ? answer(log, endpoint, result.value, c) : fail(c, result.error.code);
}

/** Answers as before when this call has happened; also when it happened while ours was on its way, and ours was refused because of it. */
async function once(serving: Serving, call: AnyCall, operator: Operator, c: HttpContext): Promise<Response> {
  const { endpoint, handle, log } = serving;
  const ticket = ticketOf(serving.idempotency, endpoint, c, operator, call.body);
  if (!ticket.ok) return fail(c, ticket.error.code);
  const replay = async (): Promise<Response | undefined> => {
    const kept = await keptAnswer(serving.idempotency, endpoint, c, ticket.value, call.body);
    if (!kept.ok) return fail(c, kept.error.code);
    return kept.value && answer(log, endpoint, kept.value.response, c);
  };
  const before = await replay();
  if (before !== undefined) return before;
  try {
    const result = await handle({ ...call, idempotency: ticket.value });
    if (result.ok) return await answer(log, endpoint, result.value, c);
    return (await replay()) ?? fail(c, result.error.code);
  } catch (error) {
    const meanwhile = await replay();
    if (meanwhile !== undefined) return meanwhile;
    throw error;
  }
}
