import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { connected, proof, token } from '../../testing/journeys.ts';
import { practise, type Practice } from '../../testing/practice.ts';
import { refusalOf } from '../../testing/token-journeys.ts';

describe('password', () => {
  const ask = (practice: Practice, person: { username: string; password: string }, more = {}, where = {}) =>
    token(
      practice,
      {
        ...proof(practice),
        grant_type: 'password',
        username: person.username,
        password: person.password,
        scope: 'openid profile offline_access User.Read',
        ...more,
      },
      where,
    );

  test('works for whoever has no second factor and has consented', async () => {
    const practice = practise();
    await connected(practice);
    const { status, body } = await ask(practice, practice.member);
    expect(status).toBe(200);
    expect(decodeJwt(body['id_token'] as string)).toMatchObject({ oid: practice.member.id });
  });

  test('never answers a second factor', async () => {
    const practice = practise();
    await connected(practice);
    const answer = await ask(practice, practice.admin);
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'invalid_grant', code: 50076 });
    expect(answer.body['suberror']).toBe('basic_action');
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, {}, 50126],
    ['an account of another tenant', { username: 'somebody@example.org' }, {}, 50034],
    ['no password', { password: undefined }, {}, 900144],
    ['a scope nobody consented to', { scope: 'Domain.Read.All' }, {}, 65001],
    ['/common', {}, { segment: 'common' }, 9001023],
  ] as const)('%s: refused', async (_, more, where, code) => {
    const practice = practise();
    await connected(practice);
    expect(refusalOf(await ask(practice, practice.member, more, where)).code).toBe(code);
  });

  test('consents to nothing by itself', async () => {
    const practice = practise();
    expect(refusalOf(await ask(practice, practice.member)).code).toBe(65001);
  });

  test('ten wrong ones lock the account', async () => {
    const practice = practise();
    await connected(practice);
    for (let tries = 0; tries < 10; tries += 1) await ask(practice, practice.member, { password: 'wrong' });
    expect(refusalOf(await ask(practice, practice.member)).code).toBe(50053);
  });
});
