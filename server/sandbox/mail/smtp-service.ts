import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Listening } from '../servers.ts';
import type { Mailbox, MailFault } from './mailbox.ts';

const refusal = (status: number): Error & { responseCode: number } =>
  Object.assign(new Error('The practice tenant was told to refuse this.'), { responseCode: status });

const refuses = (at: 'receiver' | 'message') => (fault: MailFault) => 'at' in fault && fault.at === at;
const statusOf = (fault: MailFault | undefined): number | undefined =>
  fault !== undefined && 'at' in fault ? fault.status : undefined;

/** A real SMTP server on the loopback address: whatever it takes lies in the one mailbox of the practice tenant. */
export async function serveSmtp(mailbox: () => Mailbox, port: number): Promise<Listening> {
  const server = new SMTPServer({
    name: 'smtp.practice.example',
    banner: 'practice tenant',
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 500,
    onRcptTo: (_address, _session, done) => {
      const status = statusOf(mailbox().take(refuses('receiver')));
      done(status === undefined ? undefined : refusal(status));
    },
    onData: (stream, session, done) => {
      const hangUp = () => connectionOf(server, session)?._socket.destroy();
      // What goes wrong on the way is the connection's own end, which the sender sees.
      void takeMail(mailbox(), { stream, session, hangUp }, (status) =>
        done(status === undefined ? undefined : refusal(status)),
      );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const connectionOf = ({ connections }: SMTPServer, { id }: SMTPServerSession) =>
  [...connections].find(({ session }) => session.id === id);

interface Incoming {
  readonly stream: SMTPServerDataStream;
  readonly session: SMTPServerSession;
  readonly hangUp: () => void;
}

/** A mail that cannot be read or whose sender went away is refused for the moment. */
async function takeMail(
  mailbox: Mailbox,
  incoming: Incoming,
  answer: (status: number | undefined) => void,
): Promise<void> {
  const unread = 451;
  answer(await receive(mailbox, incoming).catch(() => unread));
}

/** Gives the status of a refusal; undefined for a mail that was taken. */
async function receive(mailbox: Mailbox, { stream, session, hangUp }: Incoming): Promise<number | undefined> {
  if (mailbox.take((fault) => 'hangsUp' in fault && fault.hangsUp === 'before') !== undefined) hangUp();
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  const status = statusOf(mailbox.take(refuses('message')));
  if (status !== undefined) return status;
  const { mailFrom, rcptTo } = session.envelope;
  const to = rcptTo.map(({ address }) => address);
  mailbox.keep(await readMail(Buffer.concat(chunks), mailFrom === false ? '' : mailFrom.address, to));
  if (mailbox.take((fault) => 'hangsUp' in fault && fault.hangsUp === 'after') !== undefined) hangUp();
  return undefined;
}

async function readMail(raw: Buffer, from: string, to: readonly string[]) {
  const { messageId, subject, text, html, headerLines } = await simpleParser(raw, { skipTextToHtml: true });
  return {
    from,
    to,
    messageId: messageId ?? null,
    subject: subject ?? '',
    text: text ?? '',
    html: html === false || html === undefined ? '' : html,
    headers: headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()] as const),
    raw: raw.toString('utf8'),
  };
}
