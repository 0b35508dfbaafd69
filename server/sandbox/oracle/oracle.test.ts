import { describe, expect, test } from 'vitest';
import { askGraph, codeForm, connected, token } from '../testing/journeys.ts';
import { practise, type Practice } from '../testing/practice.ts';
import { oracleService } from './oracle-service.ts';

const post = (practice: Practice, path: string, body: unknown) =>
  oracleService(practice.world, practice.log).request(path, { method: 'POST', body: JSON.stringify(body) });

async function state(practice: Practice) {
  const answer = await oracleService(practice.world, practice.log).request('/state');
  return (await answer.json()) as { grants: { consentType: string; tenantId: string }[]; sessions: number };
}

describe('the oracle', () => {
  test('shows grants and sessions, and what was asked after a number', async () => {
    const practice = practise();
    const before = await state(practice);
    await connected(practice);
    const after = await state(practice);
    expect(after.grants.length).toBe(before.grants.length + 1);
    expect(after.sessions).toBe(1);
    const oracle = oracleService(practice.world, practice.log);
    const last = practice.log.all().length - 1;
    const { requests } = (await (await oracle.request(`/requests?after=${last}`)).json()) as { requests: unknown[] };
    expect(requests).toHaveLength(1);
  });

  test('a token fault hits as often as asked for, with its own body', async () => {
    const practice = practise();
    await post(practice, '/faults', {
      token: { status: 503, body: { error: 'temporarily_unavailable' }, retryAfter: 9 },
    });
    const first = await token(practice, codeForm(practice, 'x'));
    expect([first.status, first.body, first.headers.get('retry-after')]).toEqual([
      503,
      { error: 'temporarily_unavailable' },
      '9',
    ]);
    expect((await token(practice, codeForm(practice, 'x'))).status).toBe(400);
  });

  test('a lie can be begun and ended', async () => {
    const practice = practise();
    const { body } = await connected(practice);
    const read = async () =>
      (await askGraph(practice, '/v1.0/oauth2PermissionGrants', String(body['access_token']))).body.value!;
    await post(practice, '/faults', { lie: 'no-grants' });
    expect(await read()).toEqual([]);
    await post(practice, '/faults', { lie: null });
    expect((await read()).length).toBeGreaterThan(0);
  });

  test('grants can be revoked and the clock moved', async () => {
    const practice = practise();
    const { body } = await connected(practice);
    await post(practice, '/faults', { revokeGrants: true });
    const { grants } = await state(practice);
    expect(
      grants.filter(({ consentType, tenantId }) => consentType === 'Principal' || tenantId === practice.tenantId),
    ).toHaveLength(2);
    await post(practice, '/faults', { moveClock: 7200 });
    expect((await askGraph(practice, '/v1.0/me', String(body['access_token']))).status).toBe(401);
  });

  test('surplus permissions stand beside what was granted, for everybody', async () => {
    const practice = practise();
    await connected(practice);
    await post(practice, '/faults', { surplus: 40 });
    const { directory } = practice.world.state;
    const { id } = directory.servicePrincipal(practice.tenantId, practice.registrations.consent.clientId)!;
    const grants = directory.grants(practice.tenantId).filter(({ clientId }) => clientId === id);
    const scopes = grants.flatMap((grant) => grant.scopes);
    expect(scopes).toContain('Directory.Read.All');
    const surplus = scopes.filter((value) => value.startsWith('Surplus.'));
    expect(new Set(surplus).size).toBe(40);
    expect(surplus.filter((value) => !/^[A-Za-z]+(\.[A-Za-z]+)+$/.test(value))).toEqual([]);
  });

  test('a reset brings back the beginning', async () => {
    const practice = practise();
    const before = await state(practice);
    await connected(practice);
    await post(practice, '/faults', { lie: 'no-grants', moveClock: 3600 });
    await post(practice, '/reset', {});
    const after = await state(practice);
    expect(after.sessions).toBe(0);
    expect(after.grants.length).toBe(before.grants.length);
    expect(practice.world.state.faults.lie).toBeUndefined();
  });

  test('an unknown fault is refused, not passed over', async () => {
    const practice = practise();
    expect((await post(practice, '/faults', { lies: 'no-grants' })).status).toBe(400);
    expect((await post(practice, '/faults', { lie: 'everything' })).status).toBe(400);
  });
});
