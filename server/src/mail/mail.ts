import type { Secret } from '../sealing/secret.ts';

/** The server that takes our mail, and what it knows us by. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `starttls` and `tls` send nothing unless it is encrypted; `none` is for a server on this machine. */
  readonly tls: 'starttls' | 'tls' | 'none';
  readonly from: string;
  readonly login: { readonly user: string; readonly password: Secret } | null;
}

/** One mail to one address, in both forms. */
export interface Mail {
  readonly to: string;
  /** The same for each attempt to send it: whoever gets it twice knows that it is one. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Why a mail was not taken. `refused` is for good; all others can be otherwise the next time. */
export const mailFaults = ['not_reached', 'not_encrypted', 'not_signed_in', 'not_now', 'refused'] as const;
export type MailFault = (typeof mailFaults)[number];

/** What the mail server said, without its words. */
export type MailOutcome =
  | { readonly taken: true }
  | { readonly taken: false; readonly fault: MailFault; readonly code: number | null };

/** Hands a mail to the mail server; never throws. */
export type SendsMail = (mail: Mail) => Promise<MailOutcome>;
