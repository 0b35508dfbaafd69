import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useClock } from '../look/clock.ts';
import { momentText } from '../look/moments.ts';
import { useFullSpeech } from '../look/words.ts';

/** How sending the newest mail goes, in one sentence. */
export function MailLine({ mail }: { readonly mail: InvitationMailView | null }) {
  const speech = useFullSpeech();
  const now = useClock().coarse.value;
  return <p>{mail === null ? speech.words.console.mailCard.never : mailSentence(mail, now, speech)}</p>;
}

/** What waits is tried each minute (docs/mail.md). */
const betweenTriesMs = 60_000;

/** Whether it is still on its way, and nothing has come of it. */
export const isOnItsWay = (mail: InvitationMailView | null): boolean => mail?.state === 'waiting' && mail.tries === 0;

type FullSpeech = ReturnType<typeof useFullSpeech>;

/** The same as a sentence alone. */
export function mailSentence(mail: InvitationMailView, now: number, speech: FullSpeech): string {
  const of = speech.words.console.mailCard;
  const { faults } = speech.words.console.alerts;
  const { state, tries, kind, lastFailure, queuedBy: name } = mail;
  const time = mail.doneAt === null ? '' : momentText(mail.doneAt, now, speech);
  const why = lastFailure === null ? '' : fill(faults[lastFailure.fault], { code: lastFailure.code ?? '' });
  // A try that is overdue is made as soon as somebody looks again.
  const next = lastFailure === null ? now : Math.max(now, Date.parse(lastFailure.at) + betweenTriesMs);
  const values = {
    to: mail.to ?? of.hidden,
    name,
    time,
    why,
    next: momentText(new Date(next).toISOString(), now, speech),
  };
  if (state === 'waiting')
    return tries === 0 ? fill(of.waiting, values) : plural(of.retrying, tries, speech.tag, values);
  if (state === 'sent') return fill(mail.current ? of.sent[kind] : of.sentFormer, values);
  return fill(state === 'failed' ? of.failed : of.dropped, values);
}
