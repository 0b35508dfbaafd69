import type { PendingMails } from '@latchkey/shared/api/pending-invitations';
import { plural } from '@latchkey/shared/words/fill';
import { useClock } from '../look/clock.ts';
import { useFullSpeech } from '../look/words.ts';
import { mailSentence } from './mail-line.tsx';

/** How many mails were taken, and how the newest one goes. */
export function MailedLine({ mails: { taken, newest } }: { readonly mails: PendingMails }) {
  const speech = useFullSpeech();
  const now = useClock().coarse.value;
  return (
    <span class="sub">
      {taken > 1 && `${plural(speech.words.console.pendingPage.mailed, taken, speech.tag)} `}
      {mailSentence(newest, now, speech)}
    </span>
  );
}
