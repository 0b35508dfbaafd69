import { err, ok, type Result } from '@latchkey/shared/result';
import type { Caller, CallerKind, FrameCaller, PageCaller } from './caller.ts';
import { protocol, type Answer, type Ask, type CallerOf, type IntentName } from './protocol.ts';

/** Why a message was not answered. */
export type Refusal = 'message_unknown' | 'message_forbidden' | 'message_malformed' | 'message_failed';

/** What is known of a caller, when only some kinds may send an intent. */
type CallerFor<Kind extends CallerKind> = Kind extends FrameCaller['kind'] ? FrameCaller : PageCaller;

/** What answers each intent. One that is missing does not compile. */
export type Handlers = {
  readonly [Name in IntentName]: (ask: Ask<Name>, caller: CallerFor<CallerOf<Name>>) => Promise<Answer<Name>>;
};

/**
 * Decides once, for every intent: is it known, may this caller send it, is it well formed. The reply is cut to what the
 * protocol declares, so that nothing more than that reaches a web page. Never throws, and keeps nothing of a message.
 */
export async function answer(
  handlers: Handlers,
  message: unknown,
  caller: Caller | undefined,
): Promise<Result<unknown, Refusal>> {
  const { intent, ask } = (message ?? {}) as { readonly intent?: unknown; readonly ask?: unknown };
  if (typeof intent !== 'string' || !Object.hasOwn(protocol, intent)) return err('message_unknown');
  const name = intent as IntentName;
  const from: readonly CallerKind[] = protocol[name].from;
  if (caller === undefined || !from.includes(caller.kind)) return err('message_forbidden');
  const parsed = protocol[name].request.safeParse(ask);
  if (!parsed.success) return err('message_malformed');
  const handle = handlers[name] as (ask: unknown, caller: Caller) => Promise<unknown>;
  try {
    return ok(protocol[name].reply.parse(await handle(parsed.data, caller)));
  } catch {
    return err('message_failed');
  }
}
