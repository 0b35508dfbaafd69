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

type FullSpeech = ReturnType<typeof useFullSpeech>;

/** The same as a sentence alone. */
export function mailSentence(mail: InvitationMailView, now: number, speech: FullSpeech): string {
  const of = speech.words.console.mailCard;
  const { faults } = speech.words.console.alerts;
  const { state, tries, kind, lastFailure, queuedBy: name } = mail;
  const time = mail.doneAt === null ? '' : momentText(mail.doneAt, now, speech);
  const why = lastFailure === null ? '' : fill(faults[lastFailure.fault], { code: lastFailure.code ?? '' });
  const values = { to: mail.to ?? of.hidden, name, time, why };
  if (state === 'waiting')
    return tries === 0 ? fill(of.waiting, values) : plural(of.retrying, tries, speech.tag, values);
  if (state === 'sent') return fill(mail.current ? of.sent[kind] : of.sentFormer, values);
  return fill(state === 'failed' ? of.failed : of.dropped, values);
}
