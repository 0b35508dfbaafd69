import type { RunView } from '@latchkey/shared/api/validation-runs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite } from '../testing/steps.ts';

let line: Line;
let customerId: string;
beforeEach(async () => {
  line = await startLine({ nightly: '0 2 * * *' });
  const { id, link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  customerId = (await line.store.read.invitations.find(id))!.customerId;
});
afterEach(() => line.stop());

const start = (body: object) => line.call<RunView & { code?: string }>('POST', '/v1/validation-runs', body);

test('an operator validates many, and the record names who began it and every connection that was looked at', async () => {
  const started = await start({ choose: 'filter', filter: { verdict: 'working' } });
  expect(started).toMatchObject({ status: 201, body: { state: 'running', total: 1, done: 0 } });
  expect((await start({ choose: 'all' })).body.code).toBe('validation_run_going');
  await line.runJob('bulk');
  const { body } = await line.call<RunView>('GET', `/v1/validation-runs/${started.body.id}`);
  expect(body).toMatchObject({ state: 'done', done: 1, counts: { working: 1 }, secondsLeft: null });
  expect((await line.call<{ runs: RunView[] }>('GET', '/v1/validation-runs')).body.runs).toEqual([body]);
  const lines = (await line.store.read.audit.after(0, 100)).slice(-3);
  expect(lines.map(({ action, actor }) => [action, actor.kind])).toEqual([
    ['validation_run.started', 'operator'],
    ['connection.validated', 'system'],
    ['validation_run.finished', 'system'],
  ]);
  expect(lines[1]?.customerId).toBe(customerId);
});

test('a throttled tenant is put off for as long as Microsoft says, and is nothing bad in between', async () => {
  await line.fault({ graph: { status: 429, retryAfter: 40 } });
  const { id } = (await start({ choose: 'list', customerIds: [customerId] })).body;
  await line.runJob('bulk');
  const read = async () => (await line.call<RunView>('GET', `/v1/validation-runs/${id}`)).body;
  expect(await read()).toMatchObject({ state: 'running', done: 0 });
  const before = (await line.requests()).length;
  line.moveClock(30_000);
  await line.runJob('bulk');
  expect((await line.requests()).length).toBe(before);
  line.moveClock(11_000);
  await line.runJob('bulk');
  expect(await read()).toMatchObject({ state: 'done', counts: { working: 1, action_needed: 0, not_known: 0 } });
});

test.each([
  { choose: 'all', filter: {} },
  { choose: 'filter' },
  { choose: 'list' },
  { choose: 'list', customerIds: [] },
  { choose: 'filter', filter: { verdict: 'green' } },
])('%j is refused, and nothing begins', async (body) => {
  expect((await start(body)).status).toBe(422);
  expect((await line.call<{ runs: object[] }>('GET', '/v1/validation-runs')).body.runs).toEqual([]);
});

test('a Monitor sees how far it has come, and begins or ends nothing', async () => {
  const { id } = (await start({ choose: 'all' })).body;
  const monitor = await line.as('Monitor');
  expect((await monitor('GET', `/v1/validation-runs/${id}`)).status).toBe(200);
  for (const path of ['/v1/validation-runs', `/v1/validation-runs/${id}/cancel`]) {
    const refused = await monitor('POST', path, path.endsWith('runs') ? { choose: 'all' } : undefined);
    expect(refused.body['code']).toBe('role_insufficient');
  }
  expect((await line.call('GET', `/v1/validation-runs/${id}`)).body['state']).toBe('running');
});
