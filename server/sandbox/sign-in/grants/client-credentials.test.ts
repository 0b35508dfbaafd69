import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { connected, proof, token } from '../../testing/journeys.ts';
import { practise, type Practice } from '../../testing/practice.ts';
import { ours, refusalOf } from '../../testing/token-journeys.ts';

describe('client_credentials', () => {
  const ask = (practice: Practice, more = {}, where = {}) =>
    token(practice, { ...proof(practice), grant_type: 'client_credentials', scope: ours, ...more }, where);

  test('in a tenant that never consented the application is not found', async () => {
    expect(refusalOf(await ask(practise()))).toEqual({ status: 400, error: 'unauthorized_client', code: 700016 });
  });

  test('after consent it buys a token without person, scopes or refresh', async () => {
    const practice = practise();
    await connected(practice);
    const { status, body } = await ask(practice);
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual(['access_token', 'expires_in', 'ext_expires_in', 'token_type']);
    const claims = decodeJwt(body['access_token'] as string);
    expect(claims).toMatchObject({ idtyp: 'app', tid: practice.tenantId });
    expect(claims).not.toHaveProperty('scp');
    expect(claims).not.toHaveProperty('roles');
  });

  test.each([
    ['single scopes', { scope: 'https://graph.microsoft.com/User.Read' }, {}, 1002012],
    ['two resources', { scope: `${ours} ${ours}` }, {}, 1002012],
    ['no secret', { client_secret: undefined }, {}, 7000218],
    ['a browser', {}, { origin: 'https://evil.example' }, 9002326],
    ['no tenant in particular', {}, { segment: 'organizations' }, 50059],
    ['an unknown resource', { scope: 'https://nobody.example/.default' }, {}, 500011],
  ] as const)('%s: refused', async (_, more, where, code) => {
    const practice = practise();
    await connected(practice);
    expect(refusalOf(await ask(practice, more, where)).code).toBe(code);
  });
});
