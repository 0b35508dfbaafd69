import { describe, expect, test } from 'vitest';
import { grantShape } from '../graph/shapes.ts';
import { accept, adminConsentAddress, consentAddress, graphScopes, signIn } from '../testing/journeys.ts';
import { practise, type Practice } from '../testing/practice.ts';

const box = 'Consent on behalf of your organization';

/** What the consent app was granted in the customer's tenant. */
function granted({ world, tenantId, registrations }: Practice) {
  const { directory } = world.state;
  const client = directory.servicePrincipal(tenantId, registrations.consent.clientId);
  return directory
    .grants(tenantId)
    .filter(({ clientId }) => clientId === client?.id)
    .map(({ consentType, principalId, scopes }) => ({ consentType, principalId, scopes: scopes.join(' ') }));
}

const isKnown = ({ world, tenantId, registrations }: Practice): boolean =>
  world.state.directory.servicePrincipal(tenantId, registrations.consent.clientId) !== undefined;

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

describe('/adminconsent', () => {
  test('has no box, is for everybody, and answers without a code', async () => {
    const practice = practise();
    const browser = practice.browse();
    const shown = await signIn(browser, adminConsentAddress(practice), practice.admin);
    expect(shown.text).toContain('Review for your organization');
    expect(shown.text).not.toContain(box);
    const { left } = await browser.press(shown, 'Accept');
    expect([...left!.searchParams.keys()]).toEqual(['admin_consent', 'tenant', 'scope', 'state']);
    expect(left!.searchParams.get('admin_consent')).toBe('True');
    expect(left!.searchParams.get('tenant')).toBe(practice.tenantId);
    expect(left!.searchParams.get('scope')).toContain('https://graph.microsoft.com/Directory.Read.All');
    expect(granted(practice)).toEqual([{ consentType: 'AllPrincipals', principalId: null, scopes: graphScopes }]);
  });

  test('a Cloud Application Administrator may, for delegated permissions', async () => {
    const practice = practise();
    const { left } = await accept(practice.browse(), adminConsentAddress(practice), practice.applicationAdmin, false);
    expect(left!.searchParams.get('admin_consent')).toBe('True');
    expect(granted(practice).map(({ consentType }) => consentType)).toEqual(['AllPrincipals']);
  });

  test('a member may not, and stays on the page', async () => {
    const practice = practise();
    const shown = await signIn(practice.browse(), adminConsentAddress(practice), practice.member);
    expect(shown.left).toBeUndefined();
    expect(shown.text).toContain('Need admin approval');
    expect(granted(practice)).toEqual([]);
  });

  test('declining says admin_consent=True all the same, and names no tenant', async () => {
    const practice = practise();
    const browser = practice.browse();
    const shown = await signIn(browser, adminConsentAddress(practice), practice.admin);
    const { left } = await browser.press(shown, 'Cancel');
    expect(Object.fromEntries(left!.searchParams)).toMatchObject({ error: 'access_denied', admin_consent: 'True' });
    expect(left!.searchParams.get('error_description')).toContain('AADSTS65004');
    expect(left!.searchParams.has('tenant')).toBe(false);
    expect(granted(practice)).toEqual([]);
  });

  test('an account of another tenant is sent back with the reason', async () => {
    const practice = practise();
    const { left } = await signIn(practice.browse(), adminConsentAddress(practice), practice.operator);
    expect(left!.searchParams.get('error')).toBe('access_denied');
    expect(left!.searchParams.get('error_description')).toContain('AADSTS50020');
    expect(granted(practice)).toEqual([]);
  });

  test('takes away what was granted to everybody beyond the static list', async () => {
    const practice = practise();
    await accept(
      practice.browse(),
      consentAddress(practice, { scope: 'openid Domain.Read.All' }),
      practice.admin,
      true,
    );
    await accept(practice.browse(), adminConsentAddress(practice), practice.admin, false);
    expect(granted(practice).map(({ scopes }) => scopes)).toEqual([graphScopes]);
  });

  test('with single scopes it adds those and takes nothing away', async () => {
    const practice = practise();
    await accept(practice.browse(), consentAddress(practice, { scope: 'openid User.Read' }), practice.admin, true);
    const address = adminConsentAddress(practice, { scope: 'https://graph.microsoft.com/Domain.Read.All' });
    await accept(practice.browse(), address, practice.admin, false);
    expect(granted(practice).map(({ scopes }) => scopes)).toEqual(['openid User.Read Domain.Read.All']);
  });

  test('a grant is written as Graph writes it: with a space before the first scope', async () => {
    const practice = practise();
    await accept(practice.browse(), adminConsentAddress(practice), practice.admin, false);
    const grant = practice.world.state.directory.grants(practice.tenantId).at(-1)!;
    expect(grantShape(grant).scope).toBe(` ${graphScopes}`);
  });
});
