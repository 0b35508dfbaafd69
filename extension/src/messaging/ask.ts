import { err, type Result } from '@latchkey/shared/result';
import { browser } from 'wxt/browser';
import type { Refusal } from './answer.ts';
import type { Answer, Ask, IntentName } from './protocol.ts';

/** `orphaned`: the extension was updated or taken away, and what is left of it in this page has nobody to ask. */
export type AskRefusal = Refusal | 'message_unanswered' | 'message_orphaned';

/** Whether the extension that this script belongs to is still there. */
export const isOrphan = (): boolean => browser.runtime?.id === undefined;

const tries = 3;

/**
 * Asks the background. Every intent may be asked again, so a worker that dies over one is asked once more: the next message
 * starts it anew.
 */
export async function ask<Name extends IntentName>(
  intent: Name,
  what: Ask<Name>,
): Promise<Result<Answer<Name>, AskRefusal>> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (isOrphan()) return err('message_orphaned');
    const reply = await send({ intent, ask: what });
    if (isResult(reply)) return reply as Result<Answer<Name>, AskRefusal>;
  }
  return err(isOrphan() ? 'message_orphaned' : 'message_unanswered');
}

/** `sendMessage` throws at once where the extension is gone, and rejects where nobody answers. */
async function send(message: unknown): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}

const isResult = (reply: unknown): boolean => typeof reply === 'object' && reply !== null && 'ok' in reply;
