import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { operatorRoles } from '@latchkey/shared/api/endpoint';
import type { SessionView } from '@latchkey/shared/api/session';
import { err, ok } from '@latchkey/shared/result';
import type { Clock } from '../clock.ts';
import type { Operator, SessionKey } from '../http/call.ts';
import type { ChecksSessions } from '../http/sessions.ts';
import { Secret } from '../sealing/secret.ts';
import type { KeyValue } from '../storage/key-value.ts';

const wholeLifeMs = 10 * 3_600_000;
const idleLifeMs = 2 * 3_600_000;
/** Use is written down at most this often. */
const noticedEveryMs = 60_000;

const Kept = z.strictObject({
  operator: z.strictObject({
    objectId: z.string(),
    tenantId: z.string(),
    name: z.string(),
    username: z.string(),
    role: z.enum(operatorRoles),
  }),
  openedAt: z.int(),
});
const Seen = z.strictObject({ at: z.int() });

/** Sessions of operators: opaque, ten hours at most, two hours idle, worthless at once when closed. */
export interface KeepsSessions extends ChecksSessions {
  open(operator: Operator): Promise<{ readonly session: Secret; readonly key: SessionKey; readonly view: SessionView }>;
  /** How long it has; undefined when it is over. Looking does not count as use. */
  view(key: SessionKey): Promise<SessionView | undefined>;
  close(key: SessionKey): Promise<void>;
  /** The sessions that are alive, and whose. */
  alive(): Promise<readonly { readonly key: SessionKey; readonly objectId: string }[]>;
}

/**
 * Who it is and when it was used stand apart: noticing use writes only the latter, so that it can never bring a session back that was
 * closed in the meantime.
 */
export function createSessionKeeper(dependencies: {
  readonly sessions: KeyValue;
  readonly seen: KeyValue;
  readonly now: Clock;
}): KeepsSessions {
  const { sessions, seen } = dependencies;
  const now = () => dependencies.now().getTime();
  const notice = (key: SessionKey, at: number) => seen.set(key, { at }, idleLifeMs / 1000);

  const living = async (key: SessionKey) => {
    const [kept, last] = await Promise.all([sessions.get(key), seen.get(key)]);
    const session = Kept.safeParse(kept);
    const use = Seen.safeParse(last);
    if (!session.success || !use.success) return undefined;
    const endsAt = session.data.openedAt + wholeLifeMs;
    const idleEndsAt = Math.min(use.data.at + idleLifeMs, endsAt);
    return now() < idleEndsAt
      ? { operator: session.data.operator, endsAt, idleEndsAt, usedAt: use.data.at }
      : undefined;
  };

  return {
    open: async (operator) => {
      const session = randomBytes(32).toString('base64url');
      const key = keyOf(session);
      const at = now();
      await sessions.set(key, { operator, openedAt: at }, wholeLifeMs / 1000);
      await notice(key, at);
      return { session: new Secret(session), key, view: viewOf(operator, at + wholeLifeMs, at + idleLifeMs) };
    },
    check: async (session) => {
      const key = keyOf(session.reveal());
      const found = await living(key);
      if (found === undefined) return err('session_ended');
      if (now() - found.usedAt >= noticedEveryMs) await notice(key, now());
      return ok({ operator: found.operator, key });
    },
    view: async (key) => {
      const found = await living(key);
      return found && viewOf(found.operator, found.endsAt, found.idleEndsAt);
    },
    close: async (key) => {
      await sessions.remove(key);
      await seen.remove(key);
    },
    alive: async () => {
      const keys = (await sessions.keys()) as readonly SessionKey[];
      const found = await Promise.all(keys.map(async (key) => ({ key, session: await living(key) })));
      return found.flatMap(({ key, session }) =>
        session === undefined ? [] : [{ key, objectId: session.operator.objectId }],
      );
    },
  };
}

/** The store knows only the digest: who reads it cannot call with it. */
const keyOf = (session: string): SessionKey => createHash('sha256').update(session).digest('hex') as SessionKey;

const viewOf = (operator: Operator, endsAt: number, idleEndsAt: number): SessionView => ({
  operator: { name: operator.name, username: operator.username, tenantId: operator.tenantId, role: operator.role },
  endsAt: new Date(endsAt).toISOString(),
  idleEndsAt: new Date(idleEndsAt).toISOString(),
});
