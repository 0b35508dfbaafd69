import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Listening } from '../servers.ts';
import { oracleService } from '../oracle/oracle-service.ts';
import { practise, type Practice } from '../testing/practice.ts';
import { mailboxService } from './mailbox-service.ts';
import { serveSmtp } from './smtp-service.ts';

let practice: Practice;
let smtp: Listening;
beforeEach(async () => {
  practice = practise();
  smtp = await serveSmtp(() => practice.world.state.mailbox, 0);
});
afterEach(() => smtp.close());

const oracle = () => oracleService(practice.world, practice.log);
const mails = async () => ((await (await oracle().request('/mails')).json()) as { mails: object[] }).mails;
const fault = (mail: object) => oracle().request('/faults', { method: 'POST', body: JSON.stringify({ mail }) });
const send = (to = 'ops@northwindvoice.example') =>
  createTransport({ host: '127.0.0.1', port: smtp.port, ignoreTLS: true }).sendMail({
    from: 'latchkey@northwindvoice.example',
    to,
    messageId: '<one@northwindvoice.example>',
    subject: 'Größe <b>',
    text: 'As text',
    html: '<p>Drawn</p>',
  });
const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'taken',
    (error: { responseCode?: number; code?: string }) => error.responseCode ?? error.code,
  );

test('what is sent lies in the mailbox, whole, until a reset', async () => {
  await send();
  expect(await mails()).toMatchObject([
    {
      sequence: 1,
      from: 'latchkey@northwindvoice.example',
      to: ['ops@northwindvoice.example'],
      messageId: '<one@northwindvoice.example>',
      subject: 'Größe <b>',
      text: expect.stringContaining('As text'),
      html: expect.stringContaining('<p>Drawn</p>'),
    },
  ]);
  practice.world.reset();
  expect(await mails()).toEqual([]);
});

test('a receiver or a message is refused as often as asked for, and nothing of it is kept', async () => {
  await fault({ at: 'receiver', status: 550, times: 1 });
  await fault({ at: 'message', status: 451, times: 1 });
  expect([await refused(send()), await refused(send()), await refused(send())]).toEqual([550, 451, 'taken']);
  expect(await mails()).toHaveLength(1);
});

test('a connection that ends in the middle loses the mail; one that ends after it has taken it', async () => {
  await fault({ hangsUp: 'before', times: 1 });
  expect(await refused(send())).not.toBe('taken');
  expect(await mails()).toEqual([]);
  await fault({ hangsUp: 'after', times: 1 });
  expect(await refused(send())).not.toBe('taken');
  expect(await mails()).toHaveLength(1);
});

test('the page shows what arrived, and a mail in it can do nothing', async () => {
  await send();
  const page = mailboxService(practice.world);
  expect(await (await page.request('/')).text()).toContain('Größe &lt;b&gt;');
  const one = await page.request('/mails/1');
  expect(await one.text()).toContain('srcdoc="&lt;p&gt;Drawn&lt;/p&gt;');
  expect(one.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await page.request('/mails/2')).status).toBe(404);
});
