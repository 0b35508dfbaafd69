import { afterEach, describe, expect, test } from 'vitest';
import { adoptionSteps } from '../testing/adoption-steps.ts';
import { startLine, type Line, type LineOptions } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';

/* A tenant that has consented to the provider's app before anybody was invited. */

let line: Line;
const open = async (options: LineOptions = {}) => {
  line = await startLine({ situation: 'northwind-application-consented-before', ...options });
};
afterEach(() => line.stop());

const { customer, newest, adopt, results, actions } = adoptionSteps(() => line);

describe('a tenant that proves nothing leaves no customer, no connection and no service, and says why', () => {
  const refused = async (): Promise<string> => {
    await adopt();
    expect(await newest()).toMatchObject({ state: 'done', created: 0, refused: 1 });
    const picture = pictureOf(line);
    expect(['customers', 'connections', 'services', 'short_names', 'validations'].map((name) => picture[name])).toEqual(
      [[], [], [], [], []],
    );
    expect(await actions()).not.toContain('connection.adopted');
    const [[result, reason]] = (await results()) as [string[]];
    expect(result).toBe('Not adopted');
    return reason!;
  };
  const consented = async (situation: string) => {
    await open({ situation });
    await line.fault({ consentedBefore: true });
    await line.afterwards();
  };

  test('it never consented to the app, only to others', async () => {
    await open({ situation: 'contoso-happy' });
    expect(await refused()).toContain('has not consented to your app');
  });

  test('its consent was withdrawn', async () => {
    await open();
    await line.fault({ revokeGrants: true });
    expect(await refused()).toContain('has not consented to your app');
  });

  test('it granted the app scopes of people alone, and nothing to the app itself', async () => {
    await consented('contoso-settled-at-once');
    expect(await refused()).toContain('has not consented to your app');
  });

  test('the app is switched off there', async () => {
    await consented('tailspin-application-disabled');
    expect(await refused()).toContain('switched off');
  });

  test('the answers are another tenant’s', async () => {
    await open();
    await line.afterwards();
    await line.fault({ lie: 'wrong-tenant' });
    expect(await refused()).toContain('another tenant');
  });

  test('the token is another tenant’s: the provider’s own, where the app is consented as well', async () => {
    const address = (text: string) =>
      text.replace(
        `/${customer().tenantId}/oauth2/v2.0/token`,
        `/${line.practice.situation.provider.tenantId}/oauth2/v2.0/token`,
      );
    await open({ fetch: (input, init) => fetch(address(String(input instanceof Request ? input.url : input)), init) });
    await line.afterwards();
    expect(await refused()).toContain('another tenant');
    expect((await line.requests()).filter(({ path }) => path.includes(`${customer().tenantId}/oauth2`))).toEqual([]);
  });

  test('the grants may not be read', async () => {
    await open();
    await line.afterwards();
    const on = { path: '/servicePrincipals', on: 'batch-item', times: 20 };
    await line.fault({ graph: { status: 403, body: { error: { code: 'Authorization_RequestDenied' } }, ...on } });
    expect(await refused()).toContain('may not read what was granted');
  });

  test('the provider’s own secret is over', async () => {
    await consented('fabrikam-application-secret-expired');
    expect(await refused()).toContain('own secret or certificate');
  });

  test('Microsoft refuses the token for a reason that we do not know', async () => {
    await open();
    const body = { error: 'invalid_request', error_description: 'AADSTS9999999: unheard of', error_codes: [9999999] };
    await line.fault({ token: { status: 400, body, times: 3, grantType: 'client_credentials' } });
    expect(await refused()).toContain('refuses your app a token');
  });
});
