import { createHmac } from 'node:crypto';
import type { AlertTarget } from '@latchkey/shared/api/alerts';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleAudit } from '../storage/store-samples.ts';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';
import type { Alert } from './alert-repository.ts';
import { createAlertWorker } from './alert-worker.ts';
import { createWebhookChannel } from './webhook-channel.ts';

interface Sent {
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

const secret = 'a secret of thirty characters!';
const begun = Date.UTC(2026, 10, 2, 9);
let api: TemporaryApp;
let passed: number;
let sent: Sent[];
let status: number | null;
let work: () => Promise<number>;
const now = () => new Date(begun + passed);

beforeEach(async () => {
  [passed, sent, status] = [0, [], 204];
  api = await openTemporaryApp({ now });
  const channel = createWebhookChannel({
    sealer: api.dependencies.sealer,
    post: ({ url }, { headers, body }) => {
      sent.push({ host: url.host, headers, body: JSON.parse(body) as Sent['body'], text: body });
      return Promise.resolve(status);
    },
    namedHosts: [],
    resolves: () => Promise.resolve([{ address: '93.184.215.14' }]),
    now,
  });
  work = createAlertWorker({ store: api.store, channel, now });
});
afterEach(() => api.close());

const call = async (method: string, path: string, body?: object, role: OperatorRole = 'Admin') => {
  const answer = await api.call(method, path, { session: await api.signIn(role), body });
  return { status: answer.status, body: (answer.status === 204 ? {} : await answer.json()) as Record<string, unknown> };
};
const target = {
  id: 'ops',
  follows: 0,
  url: 'https://hooks.northwindvoice.example/latchkey',
  secret,
  on: true,
  quiet: null,
};
const save = (change: object = {}) => call('POST', '/v1/alert-targets', { ...target, ...change });
const targets = async () => (await call('GET', '/v1/alert-targets')).body['targets'] as AlertTarget[];

let sequence = 0;
const raise = (change: Partial<Alert> = {}) =>
  api.store.transact(async (tx) => {
    sequence = await tx.audit.append(sampleAudit({ action: 'connection.validated' }));
    return tx.alerts.raise({
      key: `turn-${sequence}`,
      sequence,
      at: now().toISOString(),
      kind: 'connection.verdict_changed',
      connectionId: 'con_1',
      to: 'action_needed',
      data: { customer: { fullName: 'Contoso Ltd' }, from: 'working', to: 'action_needed' },
      ...change,
    });
  });

describe('an alert', () => {
  test('is sent once, and says what happened to whom', async () => {
    await save();
    await raise();
    await work();
    await work();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      host: 'hooks.northwindvoice.example',
      body: { id: `turn-${sequence}`, type: 'connection.verdict_changed', sequence, to: 'action_needed' },
    });
    expect(await targets()).toMatchObject([{ waiting: 0, failed: 0, deliveredAt: now().toISOString() }]);
  });

  test('is signed over its id, its time and its body: none of them can be put in place of another’s', async () => {
    await save();
    await raise();
    await work();
    const { headers, text } = sent[0]!;
    const seconds = String(Math.floor(now().getTime() / 1000));
    const signed = (parts: string) => `v1,${createHmac('sha256', secret).update(parts).digest('base64')}`;
    expect(headers).toEqual({
      'webhook-id': `turn-${sequence}`,
      'webhook-timestamp': seconds,
      'webhook-signature': signed(`turn-${sequence}.${seconds}.${text}`),
    });
  });

  test('raised a second time under the same key is not sent a second time', async () => {
    await save();
    const key = 'expires-provider-secret-2026-12-01-30';
    expect([
      await raise({ key, kind: 'credential.expires' }),
      await raise({ key, kind: 'credential.expires' }),
    ]).toEqual([true, false]);
    await work();
    expect(sent).toHaveLength(1);
  });

  test('that is not taken is sent again, later each time, under the same id, and in the end given up', async () => {
    await save();
    status = 503;
    await raise();
    const times: number[] = [];
    for (let minute = 0; minute <= 1400; minute += 1) {
      passed = minute * 60_000;
      // oxlint-disable-next-line no-await-in-loop -- the clock goes on between
      await work();
      while (times.length < sent.length) times.push(minute);
    }
    expect(times).toEqual([0, 1, 6, 21, 81, 261, 621, 1341]);
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(sent.map(({ headers }) => headers['webhook-signature'])).size).toBe(8);
    expect(await targets()).toMatchObject([{ waiting: 0, failed: 1, deliveredAt: null }]);
  });

  test.each([301, 302, 307, 400, 404, 500, null])('is not taken where the answer is %s', async (answer) => {
    await save();
    status = answer;
    await raise();
    await work();
    expect(await targets()).toMatchObject([{ waiting: 1, deliveredAt: null }]);
  });

  test('of several instances that send at once one does', async () => {
    await save();
    await raise();
    await Promise.all([work(), work(), work()]);
    expect(sent).toHaveLength(1);
  });

  test('is kept where nobody is to be told, and can be replayed from the sequence on', async () => {
    await raise();
    const first = sequence;
    await save();
    await raise({ connectionId: 'con_2' });
    await work();
    expect(sent).toHaveLength(1);
    expect((await call('POST', '/v1/alert-targets/ops/replay', { after: first - 1 })).body).toEqual({ queued: 2 });
    await work();
    // Sent side by side: what was first, says the sequence.
    expect(
      sent
        .slice(1)
        .map(({ body }) => Number(body['sequence']))
        .toSorted((a, b) => a - b),
    ).toEqual([first, sequence]);
    expect((await call('POST', '/v1/alert-targets/ops/replay', { after: sequence })).body).toEqual({ queued: 0 });
  });
});

describe('in quiet hours', () => {
  const quiet = { from: '08:00', until: '10:00', zone: 'UTC' };

  test('nothing is sent, and what is true at their end is', async () => {
    await save({ quiet });
    await raise();
    await raise({ to: 'working' });
    await raise({ to: 'blocked' });
    await work();
    passed = 59 * 60_000;
    await work();
    expect(sent).toEqual([]);
    passed = 3_600_000;
    await work();
    expect(sent.map(({ body }) => body['sequence'])).toEqual([sequence]);
  });

  test('what came and went is no news: the target knows it already', async () => {
    await save();
    await raise({ to: 'working' });
    await work();
    await save({ quiet, follows: 1 });
    await raise({ to: 'blocked' });
    await raise({ to: 'working' });
    passed = 3_600_000;
    await work();
    expect(sent).toHaveLength(1);
    expect(await targets()).toMatchObject([{ waiting: 0, failed: 0 }]);
  });
});

describe('a target', () => {
  test('takes a secret and never gives it', async () => {
    const saved = await save();
    expect(saved.status).toBe(200);
    expect(JSON.stringify([saved.body, await targets()])).not.toContain(secret);
    const rows = await api.temporary.engine.read.selectFrom('alert_targets').selectAll().execute();
    expect(JSON.stringify([rows, api.logged])).not.toContain(secret);
    expect((await save({ secret: undefined, follows: 1 })).status).toBe(200);
    await raise();
    await work();
    expect(sent).toHaveLength(1);
  });

  test('without any secret is refused, and so is an address that is not public', async () => {
    expect((await save({ secret: undefined })).body['code']).toBe('alert_secret_missing');
    expect((await save({ url: 'https://169.254.169.254/' })).body['code']).toBe('alert_address_refused');
    expect((await save({ url: 'http://hooks.northwindvoice.example/' })).body['code']).toBe('alert_address_refused');
    expect(await targets()).toEqual([]);
  });

  test('that somebody else changed meanwhile is not overwritten', async () => {
    await save();
    expect((await save()).body['code']).toBe('changed_meanwhile');
    expect((await save({ follows: 1, on: false })).status).toBe(200);
    await raise();
    await work();
    expect(sent).toEqual([]);
  });

  test('is an Admin’s matter; who is removed is told nothing more', async () => {
    await save();
    await raise();
    expect((await call('DELETE', '/v1/alert-targets/ops', undefined, 'Operator')).body['code']).toBe(
      'role_insufficient',
    );
    expect((await call('DELETE', '/v1/alert-targets/ops')).status).toBe(204);
    expect((await call('DELETE', '/v1/alert-targets/ops')).body['code']).toBe('alert_target_not_found');
    await work();
    expect(sent).toEqual([]);
  });
});
