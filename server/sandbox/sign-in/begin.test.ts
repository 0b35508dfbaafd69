import { describe, expect, test } from 'vitest';
import { consentAddress, signIn } from '../testing/journeys.ts';
import { practise } from '../testing/practice.ts';

const practice = practise();
const { registrations, admin, operator } = practice;
const open = (address: string) => practice.browse().open(address);

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
    expect(third.buttons).toEqual(['Approve', expect.stringContaining('Authenticator app')]);
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
