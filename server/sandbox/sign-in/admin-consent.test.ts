import { describe, expect, test } from 'vitest';
import { grantShape } from '../graph/shapes.ts';
import { granted } from '../testing/granted.ts';
import { accept, adminConsentAddress, consentAddress, graphScopes, signIn } from '../testing/journeys.ts';
import { practise } from '../testing/practice.ts';

const box = 'Consent on behalf of your organization';

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
