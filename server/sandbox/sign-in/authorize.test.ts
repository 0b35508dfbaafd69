import { describe, expect, test } from 'vitest';
import { consentAddress, operatorAddress, signIn } from '../testing/journeys.ts';
import { practise } from '../testing/practice.ts';
import { signInErrors } from './errors.ts';

const practice = practise();
const { registrations, operator } = practice;
const open = (address: string) => practice.browse().open(address);

describe('what is wrong with the request', () => {
  test.each([
    ['an unknown tenant', consentAddress(practice, {}, 'nobody.example'), 90002],
    ['no client', consentAddress(practice, { client_id: undefined }), 900144],
    ['an unknown client', consentAddress(practice, { client_id: 'f0000000-0000-4000-8000-000000000000' }), 700016],
    [
      'a redirect address with a slash too many',
      consentAddress(practice, { redirect_uri: `${registrations.consent.redirects[0]!.uri}/` }),
      50011,
    ],
    [
      'a redirect address in other letters',
      consentAddress(practice, { redirect_uri: registrations.consent.redirects[0]!.uri.toUpperCase() }),
      50011,
    ],
    [
      'an application of another tenant that is for one tenant only',
      operatorAddress(practice, {}, practice.tenantId),
      700016,
    ],
    ['an application for one tenant only, at /organizations', operatorAddress(practice, {}, 'organizations'), 50194],
    ['a single page without PKCE', operatorAddress(practice, { code_challenge: undefined }), 9002325],
    ['a plain code challenge', consentAddress(practice, { code_challenge_method: 'plain' }), 90023],
    ['an unknown prompt', consentAddress(practice, { prompt: 'admin_consent' }), 90023],
    ['an unknown resource', consentAddress(practice, { scope: 'https://nobody.example/Read' }), 500011],
    ['no scope', consentAddress(practice, { scope: undefined }), 900144],
  ])('%s stays on the page', async (_, address, code) => {
    const shown = await open(address);
    expect(shown.left).toBeUndefined();
    expect(shown.status).toBe(400);
    expect(shown.text).toContain(`AADSTS${code}: `);
    expect(shown.text).toContain('Practice tenant: nothing here is Microsoft');
    expect(signInErrors[code as keyof typeof signInErrors].redirects).toBe('no');
  });

  test.each([
    ['another response type', { response_type: 'id_token' }, 'unsupported_response_type', 700054],
    ['a scope that the resource does not have', { scope: 'openid Mailbox.Devour' }, 'invalid_client', 650053],
    ['nobody signed in, and silence asked for', { prompt: 'none' }, 'login_required', 50058],
  ] as const)('%s goes back to the application', async (_, more, error, code) => {
    const { left } = await open(consentAddress(practice, more));
    expect(left?.origin + left!.pathname).toBe(registrations.consent.redirects[0]!.uri);
    expect(left!.searchParams.get('error')).toBe(error);
    expect(left!.searchParams.get('error_description')).toContain(`AADSTS${code}: `);
    expect(left!.searchParams.get('state')).toBe('the-state');
    expect(left!.searchParams.has('code')).toBe(false);
  });

  test('every error that leaves the page says where that is known from', () => {
    const leaving = Object.values(signInErrors).filter(({ redirects }) => redirects !== 'no');
    expect(leaving.length).toBeGreaterThan(0);
    for (const { source } of leaving) expect(source).toMatch(/\.md|#\d+/);
  });

  test('unknown parameters are passed over', async () => {
    const shown = await open(consentAddress(practice, { 'x-client-SKU': 'msal.js.node', clidata: '1', claims: '{}' }));
    expect(shown.buttons).toEqual(['Next']);
  });
});

test('form_post carries the answer in a form', async () => {
  const shown = await signIn(practice.browse(), operatorAddress(practice, { response_mode: 'form_post' }), operator);
  expect(shown.left).toBeUndefined();
  expect(shown.html).toContain(`action="${registrations.extension.redirects[0]!.uri}"`);
  expect(shown.html).toMatch(/name="code" value="1\.AX[\w-]+"/);
  expect(shown.html).toContain('name="state" value="the-state"');
});

test('the pages run no script that is not theirs', async () => {
  const response = await practice.signIn.request(`https://login.microsoftonline.com${consentAddress(practice)}`);
  const policy = response.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(response.headers.get('cache-control')).toBe('no-store');
});
