/** A mail as it arrived. */
export interface ReceivedMail {
  readonly sequence: number;
  readonly from: string;
  /** Whom the envelope named; the headers may say anything. */
  readonly to: readonly string[];
  readonly messageId: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Each line of the head, with its name in lower case, in the order in which it came. */
  readonly headers: readonly (readonly [string, string])[];
  readonly raw: string;
}

/** What becomes of a mail in place of being taken: a refusal of its receiver or of itself, or a connection that ends. */
export type MailFault =
  | { readonly at: 'receiver' | 'message'; readonly status: number }
  /** `before`: in the middle of the message, which is lost. `after`: it was taken, and nobody hears of it. */
  | { readonly hangsUp: 'before' | 'after' };

/** All that arrived, for everybody in one box; and what shall go wrong. */
export interface Mailbox {
  keep(mail: Omit<ReceivedMail, 'sequence'>): void;
  all(): readonly ReceivedMail[];
  inject(fault: MailFault, times: number): void;
  /** The fault that hits now, once less from now on. */
  take(hits: (fault: MailFault) => boolean): MailFault | undefined;
}

export function openMailbox(): Mailbox {
  const mails: ReceivedMail[] = [];
  const faults: { readonly fault: MailFault; times: number }[] = [];
  return {
    keep: (mail) => void mails.push({ sequence: mails.length + 1, ...mail }),
    all: () => [...mails],
    inject: (fault, times) => void faults.push({ fault, times }),
    take: (hits) => {
      const found = faults.find(({ fault, times }) => times > 0 && hits(fault));
      if (found) found.times -= 1;
      return found?.fault;
    },
  };
}
