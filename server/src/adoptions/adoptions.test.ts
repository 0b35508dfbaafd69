import type { AdoptionView } from '@latchkey/shared/api/adoptions';
import type { ImportCheck } from '@latchkey/shared/api/invitation-imports';
import { afterEach, expect, test } from 'vitest';
import { adoptionProfile, adoptionSteps, listOf } from '../testing/adoption-steps.ts';
import { startLine, type Line } from '../testing/line.ts';
import { trips } from '../testing/situations/trips.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { invite } from '../testing/steps.ts';

/* A tenant that has consented to the provider's app before anybody was invited. */

let line: Line;
const open = async () => {
  line = await startLine({ situation: 'northwind-application-consented-before' });
};
afterEach(() => line.stop());

const { customer, row, start, newest, adopt, results, connection, actions } = adoptionSteps(() => line);
const check = (csv: string) => line.call<ImportCheck>('POST', '/v1/adoptions/check', { csv });

test('a check asks nobody and keeps nothing, and nothing is adopted before the list is confirmed', async () => {
  await open();
  const before = pictureOf(line);
  const asked = await trips(line);
  const { body } = await check(listOf(row(), row('contoso.example', 'audit')));
  expect(body).toEqual({
    ready: 1,
    mistakes: [{ row: 3, column: 'short_name', mistake: 'short_name_reserved', header: null }],
  });
  expect((await start(listOf(row('contoso.example', 'audit')))).body.code).toBe('import_has_mistakes');
  await line.runJob('adoptions');
  expect([pictureOf(line), await trips(line)]).toEqual([before, asked]);
});

test('a proved consent becomes a connection with its evidence, its service and its line, and nobody is invited', async () => {
  await open();
  await line.afterwards();
  await adopt(listOf(row(customer().domain)));
  expect(await newest()).toMatchObject({ state: 'done', total: 1, created: 1, unproved: 0, refused: 0 });
  const kept = (await connection())!;
  expect(kept).toMatchObject({
    invitationId: null,
    method: 'adopt',
    profile: { id: adoptionProfile, version: 1 },
    sealedTokens: null,
    account: null,
    consentChangedAt: null,
    verdict: { verdict: 'working', evidence: 'probe', cause: 'all_proved' },
  });
  expect(await results()).toEqual([
    [
      'Adopted',
      'Every required permission holds for the whole organisation, and a live read answered.',
      'Working',
      'Proved by probe',
      kept.id,
    ],
  ]);
  const audit = (await line.store.read.audit.after(0, 200)).filter((one) => one.action === 'connection.adopted');
  expect(audit).toMatchObject([
    {
      actor: { kind: 'operator' },
      connectionId: kept.id,
      invitationId: null,
      details: { verdict: 'working', reference: '=1+1' },
    },
  ]);
  expect(await line.store.read.validations.findLatest(kept.id)).toMatchObject({ auditSequence: audit[0]!.sequence });
  const service = await line.store.read.services.findByShortName('northwind');
  expect(service).toMatchObject({ customerId: kept.customerId, invitationId: null, order: { licensedUsers: 25 } });
  const shown = await line.call('GET', `/v1/services/${service!.id}`);
  expect(shown.body).toMatchObject({ connection: { id: kept.id, invitationId: null, method: 'adopt' } });
  const found = await line.call('GET', '/v1/customers?shortName=northwind');
  expect(found.body).toMatchObject({ items: [{ id: kept.customerId, invitation: null }] });
  expect([pictureOf(line)['invitations'], pictureOf(line)['invitation_mails'], pictureOf(line)['starts']]).toEqual([
    [],
    [],
    [],
  ]);
  expect(
    (await line.requests()).filter(
      ({ path }) =>
        path.startsWith(`/${customer().tenantId}/`) &&
        !path.includes('openid-configuration') &&
        !path.endsWith('/token'),
    ),
  ).toEqual([]);
});

test('what lacks something is adopted with the verdict that says so, never as proved', async () => {
  await open();
  await adopt();
  expect(await newest()).toMatchObject({ created: 1, unproved: 1, refused: 0 });
  expect((await connection())!.verdict).toMatchObject({ verdict: 'action_needed', cause: 'role_missing' });
  const [[result, reason]] = (await results()) as [string[]];
  expect([result, reason]).toEqual(['Adopted, not proved', expect.stringContaining('role')]);
});

test('an adopted connection is validated, and asked for again by an invitation of the same order, as any other', async () => {
  await open();
  await adopt();
  await line.afterwards();
  const { id } = (await connection())!;
  const validated = await line.call('POST', `/v1/connections/${id}/validate`);
  expect(validated.body).toMatchObject({ verdict: { verdict: 'working', evidence: 'probe' } });
  const again = await line.call('POST', `/v1/connections/${id}/invite-again`, {
    profileId: 'direct-routing-delegated',
  });
  expect([again.status, again.body]).toEqual([201, { invitationId: expect.any(String), replaced: 0 }]);
  const [invitation] = await line.store.read.invitations.list({ which: 'all', before: null, limit: 5 });
  expect(invitation).toMatchObject({ order: { shortName: 'northwind', licensedUsers: 25 }, method: 'invitation-link' });
  expect((await connection())!).toMatchObject({ id, invitationId: null, method: 'adopt' });
});

test('the same tenant twice is one connection: the second list says so, and leaves it alone', async () => {
  await open();
  await line.afterwards();
  await adopt();
  const before = await connection();
  const asked = await trips(line);
  expect((await check(listOf(row(customer().domain, 'other-name')))).body.mistakes).toEqual([]);
  await adopt(listOf(row(customer().tenantId)));
  expect(await newest()).toMatchObject({ created: 0, refused: 1 });
  expect((await results())[0]!.slice(0, 2)).toEqual([
    'Not adopted',
    expect.stringContaining('has a connection already'),
  ]);
  expect(await connection()).toEqual(before);
  expect((await trips(line)).slice(asked.length).filter((trip) => trip.startsWith('token'))).toEqual([]);
});

test('two names of one tenant in one list make one connection', async () => {
  await open();
  await line.afterwards();
  await adopt(listOf(row(customer().domain), row(customer().tenantId, 'northwind-2')));
  await line.pass(6_000);
  await line.runJob('adoptions');
  expect(await newest()).toMatchObject({ state: 'done', created: 1, refused: 1 });
  expect(pictureOf(line)['connections']).toHaveLength(1);
  expect(pictureOf(line)['services']).toHaveLength(1);
});

test('whoever was invited and has not answered is waited for: nothing is adopted beside it', async () => {
  await open();
  await invite(line);
  const { mistakes } = (await check(listOf(row(customer().domain)))).body;
  expect(mistakes.map(({ column, mistake }) => [column, mistake])).toEqual([['tenant', 'customer_has_invitation']]);
  // By its id the customer is known as well; by a domain that we never heard of it is seen only when Microsoft is asked.
  await line.afterwards();
  await adopt(listOf(row(customer().initialDomain)));
  expect(await newest()).toMatchObject({ state: 'done', created: 0, refused: 1 });
  expect((await results())[0]![1]).toContain('pending invitation');
  expect(await connection()).toBeUndefined();
});

test('silence and throttling say nothing about a tenant: it is asked again, in Microsoft’s own time, and six times at most', async () => {
  await open();
  await line.afterwards();
  const wait = { status: 429, body: {}, retryAfter: 60, times: 1, grantType: 'client_credentials' };
  await line.fault({ token: wait });
  await adopt();
  expect(await newest()).toMatchObject({ state: 'running', created: 0, refused: 0 });
  const asked = await trips(line);
  await line.pass(20_000);
  await line.runJob('adoptions');
  expect(await trips(line), 'not before Microsoft said').toEqual(asked);
  await line.fault({ token: { ...wait, status: 503, retryAfter: undefined, times: 50 } });
  for (const _ of [1, 2, 3, 4, 5]) {
    // oxlint-disable no-await-in-loop -- time goes by in one direction
    await line.pass(600_000);
    await line.runJob('adoptions');
    // oxlint-enable no-await-in-loop
  }
  expect(await newest()).toMatchObject({ state: 'done', created: 0, refused: 1 });
  expect((await results())[0]![1]).toContain('Microsoft');
  expect(pictureOf(line)['connections']).toEqual([]);
});

test('a process that dies between a commit and its row, and one that dies before, adopt once after the restart', async () => {
  await open();
  await line.afterwards();
  await start(listOf(row(), row('nobody-knows-it.example', 'nobody')));
  const { store } = line;
  // Claimed, and the process is gone.
  const at = line.now();
  const leasedUntil = new Date(at.getTime() + 60_000).toISOString();
  expect(
    await store.importItems.claim({ kind: 'adoptions', now: at.toISOString(), leasedUntil, limit: 9 }),
  ).toHaveLength(2);
  await line.restart();
  await line.runJob('adoptions');
  expect(await connection(), 'somebody may still be at it').toBeUndefined();
  await line.pass(61_000);
  // This one commits, and dies before it can say what became of its rows.
  const dying = { ...line.store.importItems };
  const done = line.store.importItems.done;
  Object.assign(line.store.importItems, { done: () => Promise.reject(new Error('killed')) });
  await line.runJob('adoptions');
  Object.assign(line.store.importItems, dying, { done });
  const first = (await connection())!;
  expect(await newest()).toMatchObject({ state: 'running', created: 0 });
  await line.pass(61_000);
  await line.restart();
  await line.runJob('adoptions');
  await line.pass(61_000);
  expect(await (await line.as('Operator'))('GET', '/v1/adoptions')).toMatchObject({
    body: { imports: [{ state: 'done', created: 1, unproved: 0, refused: 1 }] },
  });
  expect(await connection()).toEqual(first);
  expect((await actions()).filter((action) => action === 'connection.adopted')).toHaveLength(1);
});

test('a profile that somebody must sign in for, a foreign list, and a Monitor are refused', async () => {
  await open();
  expect((await start(undefined, 'direct-routing-delegated')).body.code).toBe('permission_profile_not_found');
  expect((await start(undefined, 'nobody-made-it')).body.code).toBe('permission_profile_not_found');
  const { id } = (await line.call<{ id: string }>('POST', '/v1/invitation-imports', { csv: listOf(row()) })).body;
  expect((await line.call('POST', `/v1/adoptions/${id}/cancel`)).status).toBe(404);
  expect((await line.call('GET', `/v1/adoptions/${id}/result`)).status).toBe(404);
  const monitor = await line.as('Monitor');
  for (const path of ['/v1/adoptions/check', '/v1/adoptions'])
    // oxlint-disable-next-line no-await-in-loop
    expect((await monitor('POST', path, { csv: listOf(row()), profileId: adoptionProfile })).status).toBe(403);
  expect(await newest()).toBeUndefined();
});

test('what is cancelled adopts nothing more', async () => {
  await open();
  const { id } = (await start()).body;
  const cancelled = await line.call<AdoptionView>('POST', `/v1/adoptions/${id}/cancel`);
  expect(cancelled.body).toMatchObject({ state: 'cancelled', created: 0 });
  await line.runJob('adoptions');
  expect(await connection()).toBeUndefined();
  expect((await results())[0]![0]).toBe('Not adopted: cancelled');
});

test('what was adopted when its process died reads as adopted, although its list was cancelled then', async () => {
  await open();
  await line.afterwards();
  const { id } = (await start()).body;
  const { done } = line.store.importItems;
  Object.assign(line.store.importItems, { done: () => Promise.reject(new Error('killed')) });
  await line.runJob('adoptions');
  Object.assign(line.store.importItems, { done });
  const kept = (await connection())!;
  expect((await line.call<AdoptionView>('POST', `/v1/adoptions/${id}/cancel`)).body).toMatchObject({ created: 0 });
  expect((await results())[0]![0], 'nobody knows yet').toBe('Waiting');
  line.moveClock(61_000);
  await line.runJob('adoptions');
  expect(await newest()).toMatchObject({ state: 'cancelled', created: 1, unproved: 0, refused: 0 });
  expect((await results())[0]).toEqual(['Adopted', expect.any(String), 'Working', 'Proved by probe', kept.id]);
  expect(await connection()).toEqual(kept);
});
