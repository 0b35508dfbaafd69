import type { Endpoint, OperatorRole } from '@latchkey/shared/api/endpoint';
import type { Result } from '@latchkey/shared/result';
import type * as z from 'zod/mini';
import type { AuditActor } from '../audit/audit-repository.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import type { Secret } from '../sealing/secret.ts';

/** Who is calling: proved by the session, once, before any handler runs. */
export interface Operator {
  readonly objectId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly username: string;
  readonly role: OperatorRole;
}

/** Who came by the one-time code of an invitation's page: known by that invitation and by nothing else. */
export interface Guest {
  readonly invitationId: string;
}

/** An operator as the audit trail names them. */
export const actorOf = (operator: Operator): AuditActor => ({
  kind: 'operator',
  id: operator.objectId,
  name: operator.name,
});

type Parsed<Schema> = Schema extends z.ZodMiniType ? z.infer<Schema> : undefined;
type Part<E extends Endpoint, Name extends 'params' | 'query' | 'body'> =
  E extends Record<Name, infer Schema> ? Parsed<Schema> : undefined;

type Named<E extends Endpoint> = E['who'] extends readonly (infer Kind)[] ? Kind : never;

/** Who calls: an operator or a guest, as far as the endpoint names them. */
type CallerOf<E extends Endpoint> = E['who'] extends 'anyone'
  ? { readonly operator: undefined; readonly guest: undefined }
  : | ([Exclude<Named<E>, 'guest'>] extends [never]
        ? never
        : { readonly operator: Operator; readonly guest: undefined })
    | ('guest' extends Named<E> ? { readonly operator: undefined; readonly guest: Guest } : never);

/** One call of an endpoint, parsed and permitted. */
export type Call<E extends Endpoint> = CallerOf<E> & CallParts<E>;

interface CallParts<E extends Endpoint> {
  readonly params: Part<E, 'params'>;
  readonly query: Part<E, 'query'>;
  readonly body: Part<E, 'body'>;
  /** The session that was shown; for ending it. Undefined where anyone may call. */
  readonly session: E['who'] extends 'anyone' ? undefined : SessionKey;
  /** The bearer token of a call that anyone may make. */
  readonly bearer: Secret | undefined;
  readonly requestId: string;
  readonly idempotency: E extends { readonly idempotent: true }
    ? IdempotencyTicket
    : E extends { readonly idempotent: 'offered' }
      ? IdempotencyTicket | undefined
      : undefined;
  /** `Last-Event-ID`, of those who resume a stream. */
  readonly lastEventId: string | undefined;
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal;
}

/** SHA-256 of a session, hex: its name in the store. */
export type SessionKey = string & { readonly sessionKey: unique symbol };

/** What a handler gives for a good answer. */
export type Answer<E extends Endpoint> = E['response'] extends 'nothing'
  ? undefined
  : E['response'] extends 'event-stream'
    ? ReadableStream<Uint8Array>
    : Parsed<E['response']>;

/** Does what an endpoint promises. A refusal that the endpoint does not declare does not compile. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Result<Answer<E>, E['errors'][number]>>;

/** Wires a handler to its endpoint: who may, params, query, body, idempotency and the answer's schema come from the declaration. */
export type Mount = <const E extends Endpoint>(endpoint: E, handler: Handler<E>) => void;
