import type { CallerKind, Endpoint } from '@latchkey/shared/api/endpoint';
import type { ErrorCode } from '@latchkey/shared/errors/catalogue';
import { Secret } from '../sealing/secret.ts';
import type { Guest, Operator, SessionKey } from './call.ts';
import type { HttpContext } from './context.ts';
import type { Allowance } from './rate-limits.ts';
import type { ChecksGuests, ChecksSessions } from './sessions.ts';

export interface Permits {
  readonly sessions: ChecksSessions;
  readonly guests: ChecksGuests;
  readonly isAllowed: Allowance;
}

/** Whom a session stands for. */
export type Caller =
  | { readonly operator: Operator; readonly guest: undefined; readonly key: SessionKey }
  | { readonly operator: undefined; readonly guest: Guest; readonly key: SessionKey };

/** The caller, or the refusal; undefined where anyone may call. Whoever the endpoint does not name is refused. */
export async function permit(
  permits: Permits,
  { who }: Endpoint,
  c: HttpContext,
): Promise<Caller | ErrorCode | undefined> {
  if (who === 'anyone') return undefined;
  const bearer = bearerOf(c);
  if (bearer === undefined) return 'session_missing';
  const caller = await callerOf(permits, bearer);
  if (typeof caller === 'string') return caller;
  const { counted, kind } = nameOf(caller);
  if (caller.operator !== undefined) c.set('operatorId', caller.operator.objectId);
  if (!(await permits.isAllowed(counted))) return 'too_many_requests';
  return who.includes(kind) ? caller : 'role_insufficient';
}

/** By what a caller's calls are counted, and how an endpoint names them. */
const nameOf = ({ operator, guest }: Caller): { readonly counted: string; readonly kind: CallerKind } =>
  guest === undefined
    ? { counted: operator.objectId, kind: operator.role }
    : { counted: `guest ${guest.invitationId}`, kind: 'guest' };

async function callerOf({ sessions, guests }: Permits, bearer: Secret): Promise<Caller | ErrorCode> {
  if (guests.isGuestSession(bearer)) {
    const session = await guests.check(bearer);
    return session.ok ? { ...session.value, operator: undefined } : session.error.code;
  }
  const session = await sessions.check(bearer);
  return session.ok ? { ...session.value, guest: undefined } : session.error.code;
}

/** Whether a guest asks for their own invitation. Another one is not there for them, whether or not it is there. */
export function staysWithin(caller: Caller | undefined, params: unknown): boolean {
  if (caller?.guest === undefined || typeof params !== 'object' || params === null) return true;
  const asked = Object.entries(params);
  return asked.every(([name, value]) => name === 'invitationId' && value === caller.guest.invitationId);
}

/** The bearer token of a request. */
export function bearerOf(c: HttpContext): Secret | undefined {
  const token = /^Bearer ([\w.~+/=-]{1,6000})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return token === undefined ? undefined : new Secret(token);
}
