import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { makeTlsCertificate } from '../../sandbox/keys/tls-certificate.ts';
import { openMailbox, type Mailbox } from '../../sandbox/mail/mailbox.ts';
import { serveSmtp } from '../../sandbox/mail/smtp-service.ts';
import { Secret } from '../sealing/secret.ts';
import type { MailServer } from './mail.ts';
import { createMailSender } from './send-mail.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

const mail = {
  to: 'ops@northwindvoice.example',
  messageId: '<1@northwindvoice.example>',
  subject: 'Contoso Ltd: Action needed',
  text: 'As text',
  html: '<p>Drawn</p>',
};
const from = 'latchkey@northwindvoice.example';
const sender = { name: 'Northwind Voice', host: 'latchkey.northwindvoice.example', patienceMs: 2_000 };
const over = (port: number, change: Partial<MailServer> = {}) =>
  createMailSender({ host: '127.0.0.1', port, tls: 'none', from, login: null, ...change }, sender);

async function practice(): Promise<{ readonly mailbox: Mailbox; readonly port: number }> {
  const mailbox = openMailbox();
  const smtp = await serveSmtp(() => mailbox, 0);
  ends.push(() => smtp.close());
  return { mailbox, port: smtp.port };
}

/** A mail server of its own kind; it notes whatever it was told. */
async function strict(options: SMTPServerOptions) {
  const seen: string[] = [];
  const server = new SMTPServer({
    logger: false,
    closeTimeout: 200,
    disableReverseLookup: true,
    onAuth: ({ username, password }, { secure }, done) => {
      seen.push(`${secure ? 'encrypted' : 'plain'} ${username}`);
      done(password === 'right' ? null : new Error('no'), { user: username });
    },
    onMailFrom: (_address, { secure }, done) => {
      seen.push(secure ? 'encrypted mail' : 'plain mail');
      done();
    },
    onData: (stream, _session, done) => {
      stream.resume().on('end', () => done());
    },
    ...options,
  });
  server.on('error', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return { port: (server.server.address() as AddressInfo).port, seen };
}

test('a mail arrives whole, from whom and to whom it is meant, and says that a machine wrote it', async () => {
  const { mailbox, port } = await practice();
  expect(await over(port)(mail)).toEqual({ taken: true });
  const [arrived, ...more] = mailbox.all();
  expect(more).toEqual([]);
  expect(arrived).toMatchObject({ ...mail, to: [mail.to], from, text: expect.stringContaining('As text') });
  const headers = new Map(arrived?.headers);
  expect(headers.get('from')).toBe(`Northwind Voice <${from}>`);
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.has('x-mailer')).toBe(false);
});

test('nothing that stands in a name or a subject becomes a header or a receiver', async () => {
  const { mailbox, port } = await practice();
  const send = createMailSender(
    { host: '127.0.0.1', port, tls: 'none', from, login: null },
    { ...sender, name: 'Northwind\r\nBcc: spy@evil.example' },
  );
  await send({ ...mail, subject: 'Contoso\r\nBcc: spy@evil.example\r\n\r\nmore' });
  const [arrived] = mailbox.all();
  expect(arrived?.to).toEqual([mail.to]);
  expect(arrived?.subject).toBe('ContosoBcc: spy@evil.examplemore');
  expect(arrived?.headers.map(([name]) => name).filter((name) => name === 'bcc')).toEqual([]);
});

test.each([
  [{ at: 'receiver', status: 450 }, 'not_now', 450],
  [{ at: 'receiver', status: 550 }, 'refused', 550],
  [{ at: 'message', status: 451 }, 'not_now', 451],
  [{ at: 'message', status: 554 }, 'refused', 554],
  [{ hangsUp: 'before' }, 'not_reached', null],
  [{ hangsUp: 'after' }, 'not_reached', null],
] as const)('%j is %s', async (fault, name, code) => {
  const { mailbox, port } = await practice();
  mailbox.inject(fault, 1);
  expect(await over(port)(mail)).toEqual({ taken: false, fault: name, code });
  expect(await over(port)(mail)).toEqual({ taken: true });
});

test('nobody there, and somebody who says nothing, are not reached', async () => {
  const silent: Server = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const send = createMailSender(
    { host: '127.0.0.1', port, tls: 'none', from, login: null },
    { ...sender, patienceMs: 100 },
  );
  expect(await send(mail)).toEqual({ taken: false, fault: 'not_reached', code: null });
  await new Promise((resolve) => silent.close(resolve));
  expect(await over(port)(mail)).toEqual({ taken: false, fault: 'not_reached', code: null });
});

test('a server that does not encrypt is told neither a password nor a mail', async () => {
  const { port, seen } = await strict({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
  const login = { user: 'latchkey', password: new Secret('right') };
  expect(await over(port, { tls: 'starttls', login })(mail)).toMatchObject({ taken: false, fault: 'not_encrypted' });
  expect(await over(port, { tls: 'starttls' })(mail)).toMatchObject({ taken: false, fault: 'not_encrypted' });
  expect(seen).toEqual([]);
});

test.each(['starttls', 'tls'] as const)(
  'by %s a certificate that nobody vouches for ends it before anything is told',
  async (tls) => {
    const { cert, key } = await makeTlsCertificate(['smtp.northwindvoice.example']);
    const { port, seen } = await strict({ cert, key, secure: tls === 'tls' });
    const login = { user: 'latchkey', password: new Secret('right') };
    expect(await over(port, { tls, login })(mail)).toMatchObject({ taken: false, fault: 'not_encrypted' });
    expect(seen).toEqual([]);
  },
);

test('a wrong password is told as such, and stands in nothing that comes back', async () => {
  const { port, seen } = await strict({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
  const as = (password: string) => over(port, { login: { user: 'latchkey', password: new Secret(password) } });
  const refused = await as('canary-of-a-password')(mail);
  expect(refused).toEqual({ taken: false, fault: 'not_signed_in', code: 535 });
  expect(await as('right')(mail)).toEqual({ taken: true });
  expect(seen).toEqual(['plain latchkey', 'plain latchkey', 'plain mail']);
});
