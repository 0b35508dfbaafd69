import { describe, expect, test } from 'vitest';
import { teamsAppId } from '../directory/resources.ts';
import { connected, graphScopes, proof, token } from '../testing/journeys.ts';
import { practise, type Practice } from '../testing/practice.ts';
import { teamsAdminHost } from './teams-admin-service.ts';

const scope = `${graphScopes} ${teamsAppId}/user_impersonation`;

/** A consent that names both resources, and tokens for either. */
async function consented() {
  const practice = practise();
  const { body } = await connected(practice, true, scope);
  const tokenFor = async (resource: string) => {
    const form = { ...proof(practice), grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) };
    return (await token(practice, { ...form, scope: `${resource}/.default` })).body;
  };
  return { practice, tokenFor };
}

const ask = (practice: Practice, accessToken: string, tenantId = practice.tenantId) =>
  practice.teamsAdmin.request(
    `https://${teamsAdminHost}/Skype.TelephoneNumberMgmt/Tenants/${tenantId}/telephone-numbers?top=1`,
    { headers: { authorization: `Bearer ${accessToken}` } },
  );

describe('the Teams administration API of the practice tenant', () => {
  test('answers a token that was bought for it, by the refresh token of the one consent', async () => {
    const { practice, tokenFor } = await consented();
    const { access_token: accessToken, scope: granted } = await tokenFor(teamsAppId);
    expect(granted).toContain('user_impersonation');
    const answer = await ask(practice, String(accessToken));
    expect([answer.status, await answer.json()]).toEqual([200, { TelephoneNumbers: [] }]);
  });

  test('does not take a token for Graph, a token of another tenant, or none', async () => {
    const { practice, tokenFor } = await consented();
    const graph = String((await tokenFor('https://graph.microsoft.com'))['access_token']);
    const own = String((await tokenFor(teamsAppId))['access_token']);
    const statuses = [
      await ask(practice, graph),
      await ask(practice, own, practice.providerTenantId),
      await ask(practice, ''),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 403, 401]);
  });

  test('refuses whoever has no role in Teams, whatever was consented to', async () => {
    const { practice, tokenFor } = await consented();
    const own = String((await tokenFor(teamsAppId))['access_token']);
    practice.world.state.directory.changePerson(practice.admin.id, { roles: [], eligibleRoles: [] });
    expect((await ask(practice, own)).status).toBe(403);
  });

  test('gives no token where its registration is switched off in the tenant', async () => {
    const { practice, tokenFor } = await consented();
    practice.world.state.directory.changePrincipal(practice.tenantId, teamsAppId, { enabled: false });
    expect(await tokenFor(teamsAppId)).toMatchObject({ error: 'invalid_resource', error_codes: [500014] });
  });
});
