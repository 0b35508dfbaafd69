import type { AlertTarget } from '@latchkey/shared/api/alerts';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMailbox, type Mailbox } from '../../sandbox/mail/mailbox.ts';
import { serveSmtp } from '../../sandbox/mail/smtp-service.ts';
import type { Listening } from '../../sandbox/servers.ts';
import { createMailSender } from '../mail/send-mail.ts';
import { sampleAudit } from '../storage/store-samples.ts';
import { openTemporaryApp, temporaryConfiguration, type TemporaryApp } from '../temporary-app.ts';
import type { Alert, AlertQueue } from './alert-repository.ts';
import { createAlertWorker } from './alert-worker.ts';
import { letterContext } from './letter-context.ts';
import { createMailChannel } from './mail-channel.ts';

const begun = Date.UTC(2026, 10, 2, 9);
const from = 'latchkey@northwindvoice.example';
let api: TemporaryApp;
let mailbox: Mailbox;
let smtp: Listening;
let passed: number;
const now = () => new Date(begun + passed);

beforeEach(async () => {
  passed = 0;
  mailbox = openMailbox();
  smtp = await serveSmtp(() => mailbox, 0);
  await open();
});
afterEach(() => Promise.all([api.close(), smtp.close()]));

const server = () => ({ host: '127.0.0.1', port: smtp.port, tls: 'none', from, login: null }) as const;
async function open(mail: ReturnType<typeof server> | null = server()): Promise<void> {
  api = await openTemporaryApp({ now, configuration: temporaryConfiguration({ mail }) });
}

/** What one instance does each second; its queue may be another's than the store's. */
const work = (alertQueue: AlertQueue = api.store.alertQueue) => {
  const { configuration } = api.dependencies;
  const channel = createMailChannel({
    send: createMailSender(server(), { name: configuration.providerName, host: 'latchkey.example' }),
    from,
    publicUrl: configuration.publicUrl,
    contextOf: letterContext(api.store, {
      ...configuration,
      providerConsole: {
        name: 'Northwind console',
        origin: 'https://console.northwindvoice.example',
        addresses: [{ pattern: '/tenants/{tenant}/*' }],
      },
    }),
  });
  return createAlertWorker({ store: { alertQueue, read: api.store.read }, channel, now })();
};

const call = async (method: string, path: string, body?: object, role: OperatorRole = 'Admin') => {
  const answer = await api.call(method, path, { session: await api.signIn(role), body });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const desk = { id: 'desk', follows: 0, url: 'mailto:desk@northwindvoice.example', on: true, quiet: null };
const save = (change: object = {}) => call('POST', '/v1/alert-targets', { ...desk, ...change });
const target = async () => ((await call('GET', '/v1/alert-targets')).body['targets'] as AlertTarget[])[0];
const messageIds = () => mailbox.all().map(({ messageId }) => messageId);

const customer = { id: 'cus_1', fullName: 'Contoso Ltd', tenantId: '6f1c2a90-4b7e-4d11-9a52-0c6b8f3d2e41' };
const change = { customer, from: 'working', to: 'action_needed', cause: 'permission_missing', owner: 'customer' };
const raise = (data: object = {}, more: Partial<Alert> = {}) =>
  api.store.transact(async (tx) => {
    const sequence = await tx.audit.append(sampleAudit({ action: 'connection.validated' }));
    return tx.alerts.raise({
      key: `turn-${sequence}`,
      sequence,
      at: now().toISOString(),
      kind: 'connection.verdict_changed',
      connectionId: 'con_1',
      to: 'action_needed',
      data: { ...change, evidence: 'grants', ...data },
      ...more,
    });
  });

describe('an alert by mail', () => {
  test('says what changed, for whom, since when, who must act and what is next, and leads there', async () => {
    await save();
    await raise();
    await work();
    await work();
    const [mail, ...more] = mailbox.all();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ from, to: ['desk@northwindvoice.example'], subject: 'Contoso Ltd: Action needed' });
    for (const part of [
      'The connection to Contoso Ltd needs somebody to act',
      'A required permission is missing.',
      'An administrator of the customer approves once more.',
      'Who must act: Contoso Ltd',
      'Before: Working',
      'Since: 2 November 2026 at 09:00 UTC',
      'Proved by grants',
      `https://console.northwindvoice.example/tenants/${customer.tenantId}`,
      '\nchrome-extension://abcdefghijklmnopabcdefghijklmnop/console.html#/customers\n',
      '\n-- \nYou get this because “desk” of Northwind Voice’s alerts leads to desk@northwindvoice.example.',
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.html).toContain(`href="https://console.northwindvoice.example/tenants/${customer.tenantId}"`);
    expect(await target()).toMatchObject({
      waiting: 0,
      failed: 0,
      deliveredAt: now().toISOString(),
      lastFailure: null,
    });
    expect(api.logged.join('')).not.toContain('desk@');
  });

  test('of a name that is markup or a header is drawn as that name', async () => {
    await save();
    await raise({ customer: { ...customer, fullName: '<img src=x>\r\nBcc: spy@evil.example' } });
    await work();
    const [mail] = mailbox.all();
    expect(mail?.to).toEqual(['desk@northwindvoice.example']);
    expect(mail?.subject).toBe('<img src=x>Bcc: spy@evil.example: Action needed');
    expect(mail?.headers.filter(([name]) => name === 'bcc')).toEqual([]);
    expect(mail?.html).not.toContain('<img');
    expect(mail?.html).toContain('&lt;img src=x&gt;Bcc');
    expect(mail?.text).not.toMatch(/^Bcc:/m);
  });

  test('of an end says of what, how many days are left, and whose it is', async () => {
    await save();
    const ends = { credential: 'secret', endsAt: '2026-11-16T00:00:00.000Z', days: 14 };
    const more = { kind: 'credential.expires', connectionId: null, to: null } as const;
    const raiseEnd = (data: Alert['data'], key: string) =>
      api.store.transact(async (tx) => {
        const sequence = await tx.audit.append(sampleAudit({ action: 'connection.validated' }));
        return tx.alerts.raise({ key, sequence, at: now().toISOString(), data, ...more });
      });
    await raiseEnd(ends, 'ours');
    await raiseEnd({ ...ends, customer, days: 0 }, 'theirs');
    await work();
    expect(
      mailbox
        .all()
        .map(({ subject }) => subject)
        .toSorted(),
    ).toEqual(['Contoso Ltd: the client secret has ended', 'Your app’s client secret: 14 days left']);
  });

  test('that is not taken for the moment is sent a minute later as the same mail, and why is seen meanwhile', async () => {
    await save();
    await raise();
    mailbox.inject({ at: 'message', status: 451 }, 1);
    await work();
    expect(mailbox.all()).toEqual([]);
    const lastFailure = { fault: 'not_now', code: 451, at: now().toISOString() };
    expect(await target()).toMatchObject({ waiting: 1, failed: 0, deliveredAt: null, lastFailure });
    passed = 59_000;
    await work();
    expect(mailbox.all()).toEqual([]);
    passed = 60_000;
    await work();
    expect(mailbox.all()).toHaveLength(1);
    expect(await target()).toMatchObject({ waiting: 0, failed: 0, lastFailure: null });
  });

  test('that is refused for good is given up at once, and seen so; asked for again it is another mail', async () => {
    await save();
    await raise();
    mailbox.inject({ hangsUp: 'after' }, 1);
    await work();
    mailbox.inject({ at: 'receiver', status: 550 }, 1);
    passed = 60_000;
    await work();
    passed = 3_600_000;
    await work();
    const lastFailure = { fault: 'refused', code: 550 };
    expect(await target()).toMatchObject({ waiting: 0, failed: 1, deliveredAt: null, lastFailure });
    await call('POST', '/v1/alert-targets/desk/replay', { after: 0 });
    await work();
    expect(await target()).toMatchObject({ waiting: 0, failed: 0, lastFailure: null });
    expect(new Set(messageIds()).size).toBe(2);
  });

  test('that nobody takes for a day is given up, and seen so', async () => {
    await save();
    await raise();
    mailbox.inject({ at: 'receiver', status: 450 }, 1);
    // As if it had been tried for a day but a minute.
    await api.temporary.engine.write.updateTable('alert_deliveries').set({ tries: 1439 }).execute();
    await work();
    expect(await target()).toMatchObject({ waiting: 0, failed: 1, lastFailure: { fault: 'not_now', code: 450 } });
  });

  test('whose taking nobody heard of comes again under the same Message-ID', async () => {
    await save();
    await raise();
    mailbox.inject({ hangsUp: 'after' }, 1);
    await work();
    passed = 60_000;
    await work();
    expect(messageIds()).toHaveLength(2);
    expect(new Set(messageIds()).size).toBe(1);
    expect(messageIds()[0]).toMatch(/^<[\w-]{32}@northwindvoice\.example>$/);
  });

  test('of an instance that dies between the server’s yes and its own note comes again under the same Message-ID', async () => {
    await save();
    await raise();
    const dying: AlertQueue = { ...api.store.alertQueue, done: () => Promise.reject(new Error('killed')) };
    await expect(work(dying)).rejects.toThrow('killed');
    await work();
    expect(messageIds()).toHaveLength(1);
    passed = 61_000;
    await work();
    await work();
    expect(messageIds()).toHaveLength(2);
    expect(new Set(messageIds()).size).toBe(1);
    expect(await target()).toMatchObject({ waiting: 0, failed: 0 });
  });

  test('of several instances that send at once is sent by one', async () => {
    await save();
    await raise();
    await Promise.all([work(), work(), work()]);
    expect(mailbox.all()).toHaveLength(1);
  });

  test('waits for the end of the quiet hours, and says then what is true', async () => {
    await save({ quiet: { from: '08:00', until: '10:00', zone: 'UTC' } });
    await raise({ to: 'working' }, { to: 'working' });
    await raise({ to: 'blocked', cause: 'conditional_access' }, { to: 'blocked' });
    await work();
    passed = 59 * 60_000;
    await work();
    expect(mailbox.all()).toEqual([]);
    passed = 3_600_000;
    await work();
    expect(mailbox.all().map(({ subject }) => subject)).toEqual(['Contoso Ltd: Blocked by policy']);
  });
});

describe('a target by mail', () => {
  test.each([
    'mailto:desk@northwindvoice.example?bcc=spy@evil.example',
    'mailto:desk@northwindvoice.example,spy@evil.example',
    'mailto:desk@northwindvoice.example\r\nBcc: spy@evil.example',
    'MAILTO:desk@northwindvoice.example',
    'mailto:',
  ])('%j is refused', async (url) => {
    expect((await save({ url })).body['code']).toBe('alert_address_refused');
    expect(await target()).toBeUndefined();
  });

  test('needs no secret; where it becomes a system’s it does', async () => {
    expect((await save()).status).toBe(200);
    const url = 'https://hooks.northwindvoice.example/';
    expect((await save({ url, follows: 1 })).body['code']).toBe('alert_secret_missing');
    expect(await target()).toMatchObject({ url: desk.url, version: 1 });
  });

  test('is told at once that it works, by a press that is noted', async () => {
    await save();
    expect((await call('POST', '/v1/alert-targets/desk/test')).body).toEqual({ failure: null });
    expect(mailbox.all()).toMatchObject([{ to: ['desk@northwindvoice.example'], subject: 'Latchkey: a test message' }]);
    const rows = await api.temporary.engine.read.selectFrom('audit').select('action').execute();
    expect(rows.filter(({ action }) => action === 'alert_target.tested')).toHaveLength(1);
    mailbox.inject({ at: 'receiver', status: 550 }, 1);
    const { body } = await call('POST', '/v1/alert-targets/desk/test');
    expect(body).toEqual({ failure: { fault: 'refused', code: 550, at: now().toISOString() } });
    expect((await call('POST', '/v1/alert-targets/desk/test', undefined, 'Operator')).body['code']).toBe(
      'role_insufficient',
    );
    expect((await call('POST', '/v1/alert-targets/nobody/test')).body['code']).toBe('alert_target_not_found');
    expect(mailbox.all()).toHaveLength(1);
  });

  test('where no mail server is named loses nothing, and says that nothing is sent', async () => {
    await api.close();
    await open(null);
    const lastFailure = { fault: 'not_set_up', code: null, at: null };
    expect((await save()).body['lastFailure']).toEqual(lastFailure);
    await raise();
    expect((await call('POST', '/v1/alert-targets/desk/test')).body).toEqual({ failure: lastFailure });
    expect(await target()).toMatchObject({ waiting: 1, failed: 0, deliveredAt: null, lastFailure });
    expect(mailbox.all()).toEqual([]);
    passed = 86_400_000;
    await work();
    expect(mailbox.all()).toHaveLength(1);
  });
});
