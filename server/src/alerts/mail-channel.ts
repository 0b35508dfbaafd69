import { mailAddressOf } from '@latchkey/shared/alerts/target-address';
import type { SendsMail } from '../mail/mail.ts';
import { messageIdOf } from '../mail/message-id.ts';
import { writeMail } from '../mail/write-mail.ts';
import { alertLetter, type LetterContext } from './alert-letter.ts';
import type { Channel, Told } from './channel.ts';

export interface MailChannelSettings {
  readonly send: SendsMail;
  readonly from: string;
  /** Whose deployment this is: two that tell the same mailbox of the same number tell two things. */
  readonly publicUrl: string;
  /** What a letter is written with, as it is true when it is sent. */
  readonly contextOf: (told: Told) => Promise<LetterContext>;
}

/** Each minute for a day; then it is given up, and can be sent again. */
const mostTries = 1440;

/** A letter to a person. The same alert has the same Message-ID at each try, on whichever instance, before and after a crash. */
export const createMailChannel = ({ send, from, publicUrl, contextOf }: MailChannelSettings): Channel => ({
  kind: 'mail',
  atOnce: 4,
  waitAfter: (tries) => (tries + 1 < mostTries ? 1 : undefined),
  async send(told, target) {
    const to = mailAddressOf(target.url);
    if (to === undefined) return { taken: false, fault: 'refused', code: null, isForGood: true };
    const { subject, html, text } = await writeMail(alertLetter(told, target, await contextOf(told)));
    const messageId = messageIdOf([publicUrl, target.id, told.key, told.at, told.replays], from);
    const outcome = await send({ to, messageId, subject, html, text });
    return outcome.taken ? outcome : { ...outcome, isForGood: outcome.fault === 'refused' };
  },
});
