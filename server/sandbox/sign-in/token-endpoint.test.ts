import { describe, expect, test } from 'vitest';
import { codeForm, token } from '../testing/journeys.ts';
import { practise } from '../testing/practice.ts';
import { refusalOf } from '../testing/token-journeys.ts';

describe('the endpoint', () => {
  test.each([
    ['no grant type', { grant_type: undefined }, {}, 'invalid_request', 900144],
    ['an unknown grant type', { grant_type: 'magic' }, {}, 'unsupported_grant_type', 70003],
    ['no client', { client_id: undefined }, {}, 'invalid_request', 900144],
    ['an unknown client', { client_id: 'f0000000-0000-4000-8000-000000000000' }, {}, 'unauthorized_client', 700016],
    ['an unknown tenant', {}, { segment: 'nobody.example' }, 'invalid_tenant', 90002],
  ] as const)('%s: refused', async (_, more, where, error, code) => {
    const practice = practise();
    const answer = await token(practice, codeForm(practice, 'x', more), where);
    expect(refusalOf(answer)).toEqual({ status: 400, error, code });
  });

  test('a body that is no form is refused, and so is GET', async () => {
    const practice = practise();
    const address = `https://login.microsoftonline.com/${practice.tenantId}/oauth2/v2.0/token`;
    const json = await practice.signIn.request(address, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await json.json()).toMatchObject({ error_codes: [9002313] });
    const get = await practice.signIn.request(address);
    expect(await get.json()).toMatchObject({ error_codes: [900561] });
  });

  test('an error carries the id under which it was logged', async () => {
    const practice = practise();
    const answer = await token(practice, codeForm(practice, 'x', { client_secret: 'wrong' }));
    expect(answer.body).toMatchObject({
      trace_id: answer.headers.get('x-ms-request-id'),
      error_uri: 'https://login.microsoftonline.com/error?code=7000215',
    });
    expect(practice.log.all().at(-1)).toMatchObject({
      requestId: answer.body['trace_id'],
      error: 'AADSTS7000215',
      status: 401,
    });
  });
});
