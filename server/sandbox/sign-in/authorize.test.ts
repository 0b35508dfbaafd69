import { describe, expect, test } from 'vitest';
import { consentAddress, operatorAddress, signIn } from '../testing/journeys.ts';
import { practise } from '../testing/practice.ts';
import { signInErrors } from './errors.ts';

const practice = practise();
const { registrations, admin, operator } = practice;
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

describe('who signs in', () => {
  test('a stranger is not let further than the first page, and is not remembered', async () => {
    const browser = practice.browse();
    const first = await browser.open(consentAddress(practice));
    const shown = await browser.press(first, 'Next', { username: 'somebody@example.org' });
    expect(shown.text).toContain('This username may be incorrect');
    expect(shown.buttons).toEqual(['Next']);
    expect(browser.cookies.size).toBe(0);
  });

  test('a wrong password says so and signs nobody in', async () => {
    const browser = practice.browse();
    const first = await browser.open(consentAddress(practice));
    const second = await browser.press(first, 'Next', { username: admin.username });
    const shown = await browser.press(second, 'Sign in', { password: 'not-the-password' });
    expect(shown.text).toContain('Your account or password is incorrect');
    expect(shown.buttons).toEqual(['Sign in']);
    expect(browser.cookies.size).toBe(0);
  });

  test('whoever has a second factor is asked for it, and signs in only by it', async () => {
    const browser = practice.browse();
    const first = await browser.open(consentAddress(practice));
    const second = await browser.press(first, 'Next', { username: admin.username });
    const third = await browser.press(second, 'Sign in', { password: admin.password });
    expect(third.buttons).toEqual(['Approve']);
    expect(third.text).toMatch(/Approve sign-in request .* \d\d /);
    expect(browser.cookies.size).toBe(0);
    await browser.press(third, 'Approve');
    expect(browser.cookies.size).toBe(1);
  });

  test('the second factor cannot be approved before the password', async () => {
    const browser = practice.browse();
    const first = await browser.open(consentAddress(practice));
    const second = await browser.press(first, 'Next', { username: admin.username });
    const forged = { ...second, html: second.html.replaceAll('sign-in/password', 'sign-in/approve') };
    const shown = await browser.press(forged, 'Sign in');
    expect(shown.buttons).toEqual(['Sign in']);
    expect(browser.cookies.size).toBe(0);
  });

  test('a consent cannot be posted before signing in', async () => {
    const browser = practice.browse();
    const first = await browser.open(consentAddress(practice));
    const forged = { ...first, html: first.html.replaceAll('sign-in/account', 'sign-in/consent') };
    const shown = await browser.press(forged, 'Next', { answer: 'accept', box: 'yes' });
    expect(shown.buttons).toEqual(['Next']);
    expect(
      practice.world.state.directory.servicePrincipal(practice.tenantId, registrations.consent.clientId),
    ).toBeUndefined();
  });

  test('an account of another tenant stays on the page', async () => {
    const shown = await signIn(practice.browse(), consentAddress(practice), operator);
    expect(shown.left).toBeUndefined();
    expect(shown.text).toContain('AADSTS50020: ');
  });

  test('at /organizations the account brings its own tenant', async () => {
    const shown = await signIn(practice.browse(), consentAddress(practice, {}, 'organizations'), admin);
    expect(shown.buttons).toEqual(['Accept', 'Cancel']);
  });

  test('a hint that names an account skips the first page; another hint is only written into it', async () => {
    const known = await open(consentAddress(practice, { login_hint: admin.username }));
    expect(known.buttons).toEqual(['Sign in']);
    const unknown = await open(consentAddress(practice, { login_hint: '"><b>nobody@example.org' }));
    expect(unknown.buttons).toEqual(['Next']);
    expect(unknown.html).toContain('value="&quot;&gt;&lt;b&gt;nobody@example.org"');
  });

  test('ten wrong passwords lock the account, for the right one too', async () => {
    const own = practise();
    const browser = own.browse();
    const first = await browser.open(consentAddress(own));
    let shown = await browser.press(first, 'Next', { username: own.member.username });
    for (let tries = 0; tries < 10; tries += 1) shown = await browser.press(shown, 'Sign in', { password: 'wrong' });
    shown = await browser.press(shown, 'Sign in', { password: own.member.password });
    expect(shown.text).toContain('AADSTS50053');
    expect(browser.cookies.size).toBe(0);
  });

  test('a page that is an hour old leads nowhere', async () => {
    const own = practise();
    const browser = own.browse();
    const first = await browser.open(consentAddress(own));
    own.world.clock.move(60 * 60);
    const shown = await browser.press(first, 'Next', { username: own.admin.username });
    expect(shown.text).toContain('AADSTS50089');
  });
});

describe('the browser’s session', () => {
  test('an operator is signed in once, and answered at once the second time', async () => {
    const browser = practice.browse();
    const first = await signIn(browser, operatorAddress(practice), operator);
    expect(first.left!.hash).toMatch(/^#code=/);
    const again = await browser.open(operatorAddress(practice));
    expect(new URLSearchParams(again.left!.hash.slice(1)).get('code')).toBeTruthy();
  });

  test('silence is answered from the session, in the asked way', async () => {
    const browser = practice.browse();
    await signIn(browser, operatorAddress(practice), operator);
    const { left } = await browser.open(operatorAddress(practice, { prompt: 'none', client_info: '1' }));
    const answer = new URLSearchParams(left!.hash.slice(1));
    expect([...answer.keys()]).toEqual(['code', 'client_info', 'session_state', 'state']);
    expect(left!.search).toBe('');
  });

  test('silence does not ask for consent', async () => {
    const own = practise();
    const browser = own.browse();
    await signIn(browser, consentAddress(own), own.admin);
    const { left } = await browser.open(consentAddress(own, { prompt: 'none' }));
    expect(left!.searchParams.get('error')).toBe('interaction_required');
    expect(left!.searchParams.get('error_description')).toContain('AADSTS65001');
  });

  test('a session of another tenant does not answer for this one', async () => {
    const browser = practice.browse();
    await signIn(browser, operatorAddress(practice), operator);
    const { left } = await browser.open(consentAddress(practice, { prompt: 'none' }));
    expect(left!.searchParams.get('error')).toBe('login_required');
  });

  test('of two accounts silence picks none', async () => {
    const browser = practice.browse();
    await signIn(browser, operatorAddress(practice), operator);
    await signIn(browser, operatorAddress(practice, { prompt: 'login' }), practice.monitor);
    const { left } = await browser.open(operatorAddress(practice, { prompt: 'none' }));
    expect(left!.hash).toContain('error=interaction_required');
    const hinted = await browser.open(operatorAddress(practice, { prompt: 'none', login_hint: operator.username }));
    expect(hinted.left!.hash).toMatch(/^#code=/);
  });

  test('select_account offers who is signed in, and somebody else', async () => {
    const browser = practice.browse();
    await signIn(browser, operatorAddress(practice), operator);
    const shown = await browser.open(operatorAddress(practice, { prompt: 'select_account' }));
    expect(shown.left).toBeUndefined();
    expect(shown.buttons).toEqual([expect.stringContaining(operator.username), 'Use another account']);
    const picked = await browser.press(shown, operator.name);
    expect(picked.left!.hash).toMatch(/^#code=/);
    const another = await browser.press(
      await browser.open(operatorAddress(practice, { prompt: 'select_account' })),
      'Use another',
    );
    expect(another.buttons).toEqual(['Next']);
  });

  test('a person who is not signed in here cannot be picked', async () => {
    const browser = practice.browse();
    await signIn(browser, operatorAddress(practice), operator);
    const shown = await browser.open(operatorAddress(practice, { prompt: 'select_account' }));
    const forged = { ...shown, html: shown.html.replaceAll(operator.id, practice.operatorAdmin.id) };
    const picked = await browser.press(forged, operator.name);
    expect(picked.left).toBeUndefined();
    expect(picked.buttons).toEqual(['Next']);
  });

  test('login asks again whoever is signed in', async () => {
    const browser = practice.browse();
    await signIn(browser, operatorAddress(practice), operator);
    const shown = await browser.open(operatorAddress(practice, { prompt: 'login' }));
    expect(shown.buttons).toEqual(['Next']);
  });

  test('signing out ends it, and goes on only to a registered address', async () => {
    const browser = practice.browse();
    await signIn(browser, operatorAddress(practice), operator);
    const shown = await browser.open('/common/oauth2/v2.0/logout?post_logout_redirect_uri=https://evil.example/');
    expect(shown.left).toBeUndefined();
    const { left } = await browser.open(operatorAddress(practice, { prompt: 'none' }));
    expect(left!.hash).toContain('login_required');
    const on = await browser.open(
      `/common/oauth2/v2.0/logout?post_logout_redirect_uri=${encodeURIComponent(registrations.extension.redirects[0]!.uri)}`,
    );
    expect(on.left!.href).toBe(registrations.extension.redirects[0]!.uri);
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
