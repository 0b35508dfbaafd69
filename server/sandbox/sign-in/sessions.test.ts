import { describe, expect, test } from 'vitest';
import { consentAddress, operatorAddress, signIn } from '../testing/journeys.ts';
import { practise } from '../testing/practice.ts';

const practice = practise();
const { registrations, operator } = practice;

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
