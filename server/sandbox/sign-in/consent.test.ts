import { describe, expect, test } from 'vitest';
import { granted, isKnown } from '../testing/granted.ts';
import { accept, consentAddress, graphScopes, signIn } from '../testing/journeys.ts';
import { practise } from '../testing/practice.ts';

const box = 'Consent on behalf of your organization';

describe('the consent page of /authorize', () => {
  test('says who asks and for what, with the box off', async () => {
    const practice = practise();
    const shown = await signIn(practice.browse(), consentAddress(practice), practice.admin);
    expect(shown.text).toContain('Northwind Voice Connector');
    expect(shown.text).toContain('Publisher: Northwind Voice');
    expect(shown.text).toContain('Read directory data');
    expect(shown.text).toContain(box);
    expect(shown.html).toMatch(/<input id="box" type="checkbox" name="box" value="yes" \/>/);
    expect(granted(practice)).toEqual([]);
    expect(isKnown(practice)).toBe(false);
  });

  test('with the box the grant is for everybody', async () => {
    const practice = practise();
    const { left } = await accept(practice.browse(), consentAddress(practice), practice.admin, true);
    expect([...left!.searchParams.keys()]).toEqual(['code', 'session_state', 'state']);
    expect(granted(practice)).toEqual([{ consentType: 'AllPrincipals', principalId: null, scopes: graphScopes }]);
  });

  test('without the box the grant is for that person alone, and looks no different to the application', async () => {
    const practice = practise();
    const { left } = await accept(practice.browse(), consentAddress(practice), practice.admin, false);
    expect([...left!.searchParams.keys()]).toEqual(['code', 'session_state', 'state']);
    expect(granted(practice)).toEqual([
      { consentType: 'Principal', principalId: practice.admin.id, scopes: graphScopes },
    ]);
  });

  test('declining grants nothing, and the application hears of it', async () => {
    const practice = practise();
    const browser = practice.browse();
    const shown = await signIn(browser, consentAddress(practice), practice.admin);
    const { left } = await browser.press(shown, 'Cancel');
    expect(Object.fromEntries(left!.searchParams)).toMatchObject({
      error: 'access_denied',
      error_subcode: 'cancel',
      error_description: expect.stringContaining('AADSTS65004: '),
      state: 'the-state',
    });
    expect(left!.searchParams.has('code')).toBe(false);
    expect(granted(practice)).toEqual([]);
    expect(isKnown(practice)).toBe(false);
  });

  test('an administrator who is not a Global Administrator sees no box, and cannot tick it either', async () => {
    const practice = practise();
    const browser = practice.browse();
    const shown = await signIn(browser, consentAddress(practice), practice.applicationAdmin);
    expect(shown.buttons).toEqual(['Accept', 'Cancel']);
    expect(shown.text).not.toContain(box);
    await browser.press(shown, 'Accept', { box: 'yes' });
    expect(granted(practice).map(({ consentType }) => consentType)).toEqual(['Principal']);
  });

  test('whoever is no administrator needs one: the page stays and nothing is granted', async () => {
    const practice = practise();
    const shown = await signIn(practice.browse(), consentAddress(practice), practice.member);
    expect(shown.left).toBeUndefined();
    expect(shown.text).toContain('Need admin approval');
    expect(shown.text).toContain('AADSTS90094');
    expect(shown.buttons).not.toContain('Accept');
    expect(isKnown(practice)).toBe(false);
  });

  test('a member cannot accept what was never offered', async () => {
    const practice = practise();
    const browser = practice.browse();
    const shown = await signIn(browser, consentAddress(practice), practice.member);
    const forged = { ...shown, html: shown.html.replaceAll('value="cancel"', 'value="accept"') };
    const after = await browser.press(forged, 'Return to the application');
    expect(after.left).toBeUndefined();
    expect(granted(practice)).toEqual([]);
  });

  test('a member may consent to what needs no administrator, unless the tenant forbids it', async () => {
    const practice = practise();
    const address = consentAddress(practice, { scope: 'openid User.Read' });
    const shown = await signIn(practice.browse(), address, practice.member);
    expect(shown.buttons).toEqual(['Accept', 'Cancel']);
    expect(shown.text).not.toContain(box);
    const strict = practise({
      situation: {
        ...practice.world.plan.situation,
        customer: { ...practice.world.plan.situation.customer, policies: { usersMayConsent: false } },
      },
    });
    const refused = await signIn(strict.browse(), consentAddress(strict, { scope: 'openid User.Read' }), strict.member);
    expect(refused.text).toContain('Need admin approval');
  });
});

describe('what was consented to', () => {
  test('is not asked again', async () => {
    const practice = practise();
    await accept(practice.browse(), consentAddress(practice), practice.admin, false);
    const again = await signIn(practice.browse(), consentAddress(practice), practice.admin);
    expect(again.left!.searchParams.has('code')).toBe(true);
  });

  test('for everybody, is asked of nobody', async () => {
    const practice = practise();
    await accept(practice.browse(), consentAddress(practice), practice.admin, true);
    const shown = await signIn(practice.browse(), consentAddress(practice), practice.member);
    expect(shown.left!.searchParams.has('code')).toBe(true);
  });

  test('by one person, is still asked of another', async () => {
    const practice = practise();
    await accept(practice.browse(), consentAddress(practice), practice.admin, false);
    const shown = await signIn(practice.browse(), consentAddress(practice), practice.applicationAdmin);
    expect(shown.buttons).toEqual(['Accept', 'Cancel']);
  });

  test('is asked again as a whole by prompt=consent, and blocks whoever is no administrator', async () => {
    const practice = practise();
    await accept(practice.browse(), consentAddress(practice), practice.admin, true);
    const address = consentAddress(practice, { prompt: 'consent' });
    const shown = await signIn(practice.browse(), address, practice.admin);
    expect(shown.text).toContain('Read directory data');
    const blocked = await signIn(practice.browse(), address, practice.member);
    expect(blocked.text).toContain('Need admin approval');
  });

  test('grows by what is new: only that is asked for, and the rest stays', async () => {
    const practice = practise();
    await accept(practice.browse(), consentAddress(practice, { scope: 'openid User.Read' }), practice.admin, true);
    const shown = await signIn(
      practice.browse(),
      consentAddress(practice, { scope: 'openid User.Read Domain.Read.All' }),
      practice.admin,
    );
    expect(shown.text).toContain('Read domains');
    expect(shown.text).not.toContain('Sign in and read user profile');
    await accept(
      practice.browse(),
      consentAddress(practice, { scope: 'openid Domain.Read.All' }),
      practice.admin,
      true,
    );
    expect(granted(practice)).toEqual([
      { consentType: 'AllPrincipals', principalId: null, scopes: 'openid User.Read Domain.Read.All' },
    ]);
  });

  test('is kept per resource', async () => {
    const practice = practise();
    const scope = 'openid 48ac35b8-9aa8-4d74-927d-1f4a14a0b239/user_impersonation';
    await accept(practice.browse(), consentAddress(practice, { scope }), practice.admin, true);
    expect(granted(practice).map(({ scopes }) => scopes)).toEqual(['openid', 'user_impersonation']);
  });
});
