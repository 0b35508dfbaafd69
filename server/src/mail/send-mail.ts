import { shownName } from '@latchkey/shared/words/shown-name';
import { createTransport } from 'nodemailer';
import type { MailFault, MailServer, SendsMail } from './mail.ts';

export interface Sender {
  /** Whose mail it is, as receivers know them. */
  readonly name: string;
  /** The host that we greet the mail server with. */
  readonly host: string;
  /** How long one mail may take; a server that holds the line is let go then. */
  readonly patienceMs?: number;
}

/** Within the lease of what is sent, or it would be sent twice. */
const usualPatienceMs = 30_000;
const stepMs = 10_000;

/**
 * Sends over SMTP. What the server says is kept as a number only: its words are somebody else's. Nothing leaves, the password least of
 * all, before the line is encrypted, unless the configuration names a server on this machine.
 */
export function createMailSender({ host, port, tls, from, login }: MailServer, sender: Sender): SendsMail {
  const transport = createTransport({
    host,
    port,
    name: sender.host,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    tls: { minVersion: 'TLSv1.2' },
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password.reveal() } }),
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    dnsTimeout: stepMs,
    socketTimeout: stepMs,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, messageId, subject, text, html }) => {
    try {
      await transport.sendMail({
        from: { name: shownName(sender.name), address: from },
        to: { name: '', address: to },
        // The one receiver and the one sender, whatever anybody reads out of a header.
        envelope: { from, to: [to] },
        messageId,
        subject: shownName(subject),
        text,
        html,
        xMailer: false,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.timeout(sender.patienceMs ?? usualPatienceMs),
      });
      return { taken: true };
    } catch (error) {
      const said = error as Said;
      return { taken: false, fault: faultOf(said), code: said.responseCode ?? null };
    }
  };
}

/** What the library says of a failure. */
interface Said {
  readonly code?: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

const byName: Readonly<Record<string, MailFault>> = {
  EAUTH: 'not_signed_in',
  ENOAUTH: 'not_signed_in',
  ETLS: 'not_encrypted',
  EREQUIRETLS: 'not_encrypted',
};

/**
 * Refused for good is only what the server says of this very mail or its receiver (RFC 5321, 4.2.1); 503 speaks of the session, and who
 * the sender may be is a matter of the configuration.
 */
function faultOf({ code = '', originalCode = '', responseCode: status = 0, command = '' }: Said): MailFault {
  const named = byName[code];
  if (named !== undefined) return named;
  if (/CERT|SSL|TLS|ALTNAME/.test(originalCode)) return 'not_encrypted';
  const isAboutThisMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
  if (status >= 500 && status !== 503 && isAboutThisMail) return 'refused';
  return status >= 400 ? 'not_now' : 'not_reached';
}
