import { timingSafeEqual } from 'node:crypto';
import { err, type Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import { hashOf } from '../invitations/link.ts';
import type { Store } from '../storage/store.ts';
import type { Answer } from './read-answer.ts';
import type { ConsentStart } from './start-repository.ts';

/** Why an answer is not taken. Nothing in the database changes then. */
export type NotTaken =
  | 'consent_state_unknown'
  | 'consent_cookie_missing'
  | 'consent_answer_used'
  | 'consent_superseded'
  | 'consent_answer_late';

/** A customer's admin may take this long over Microsoft's pages; an answer that was asked for before expiry is taken until then. */
const answerGoodForMs = 30 * 60_000;

export interface TakesAnswers {
  /** Takes an answer for the one browser that started, and once. */
  take(taking: {
    readonly answer: Answer | undefined;
    readonly kind: ConsentStart['kind'];
    /** Gives the cookie of a start, if the browser sent it. */
    readonly cookieOf: (startId: string) => string | undefined;
    readonly requestId: string;
  }): Promise<Result<ConsentStart, NotTaken>>;
}

export function createAnswerTaker({ store, now }: { readonly store: Store; readonly now: Clock }): TakesAnswers {
  return {
    async take({ answer, kind, cookieOf, requestId }) {
      const start = answer && (await store.read.starts.findByState(hashOf(answer.state)));
      if (answer === undefined || start === undefined || start.kind !== kind) return err('consent_state_unknown');
      if (!holds(cookieOf(start.id), start.cookieHash)) return err('consent_cookie_missing');
      const at = now();
      const refused = whyNot(start, at);
      if (refused !== undefined) return err(refused);
      return transactOrRefuse<ConsentStart, NotTaken>(store, async (tx, refuse) => {
        if (!(await tx.starts.use(start.id, at.toISOString()))) {
          const current = await tx.starts.findByState(start.stateHash);
          throw refuse((current && whyNot(current, at)) ?? 'consent_answer_used');
        }
        await tx.starts.forgetSealed(start.id);
        const invitation = await tx.invitations.find(start.invitationId);
        await tx.audit.append({
          at: at.toISOString(),
          action: 'consent.answered',
          actor: { kind: 'customer', id: null, name: null },
          customerId: invitation?.customerId ?? null,
          invitationId: start.invitationId,
          requestId,
          details: { startId: start.id, kind, answer: answer.kind },
        });
        return start;
      });
    },
  };
}

function whyNot({ usedAt, supersededAt, createdAt }: ConsentStart, at: Date): NotTaken | undefined {
  if (usedAt !== null) return 'consent_answer_used';
  if (supersededAt !== null) return 'consent_superseded';
  return at.getTime() - Date.parse(createdAt) > answerGoodForMs ? 'consent_answer_late' : undefined;
}

/** Whether a browser's cookie is the one that was given with the start. */
export function holds(cookie: string | undefined, cookieHash: string): boolean {
  if (cookie === undefined) return false;
  const [sent, kept] = [Buffer.from(hashOf(cookie)), Buffer.from(cookieHash)];
  return sent.length === kept.length && timingSafeEqual(sent, kept);
}
