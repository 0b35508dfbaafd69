import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { codeForm, connected, proof, token } from '../testing/journeys.ts';
import { practise } from '../testing/practice.ts';
import { freshCode, operatorTokens } from '../testing/token-journeys.ts';

describe('what the tokens say', () => {
  test('the id_token names tenant, person, directory roles and nonce', async () => {
    const practice = practise();
    const { body } = await connected(practice);
    const claims = decodeJwt(body['id_token'] as string);
    expect(claims).toMatchObject({
      iss: `https://login.microsoftonline.com/${practice.tenantId}/v2.0`,
      aud: practice.registrations.consent.clientId,
      tid: practice.tenantId,
      oid: practice.admin.id,
      name: practice.admin.name,
      preferred_username: practice.admin.username,
      nonce: 'the-nonce',
      ver: '2.0',
      wids: ['62e90394-69f5-4237-9190-012177145e10', 'b79fbf4d-3ef9-4689-8143-76b194e85509'],
    });
    const { uid, utid } = JSON.parse(Buffer.from(body['client_info'] as string, 'base64url').toString()) as Record<
      string,
      string
    >;
    expect([uid, utid]).toEqual([practice.admin.id, practice.tenantId]);
  });

  test('without a nonce in the request there is none in the token', async () => {
    const practice = practise();
    const { body } = await token(practice, codeForm(practice, await freshCode(practice, { nonce: undefined })));
    expect(decodeJwt(body['id_token'] as string)).not.toHaveProperty('nonce');
  });

  test('the token for Graph has the granted scopes and is of version 1', async () => {
    const practice = practise();
    const { body } = await connected(practice);
    const claims = decodeJwt(body['access_token'] as string);
    expect(claims).toMatchObject({
      aud: '00000003-0000-0000-c000-000000000000',
      iss: `https://sts.windows.net/${practice.tenantId}/`,
      appid: practice.registrations.consent.clientId,
      tid: practice.tenantId,
      oid: practice.admin.id,
      idtyp: 'user',
      amr: ['pwd', 'mfa'],
      ver: '1.0',
    });
    expect(String(claims['scp']).split(' ')).toContain('Directory.Read.All');
    expect(String(claims['scp'])).not.toContain('offline_access');
    expect(claims.exp! - claims.iat!).toBeGreaterThanOrEqual(3900);
    expect(practice.world.clock.seconds() - claims.iat!).toBeGreaterThanOrEqual(300);
    expect(claims.nbf).toBe(claims.iat);
  });

  test.each(['operatorAdmin', 'operator', 'monitor'] as const)(
    'the token for our API carries the role of the %s',
    async (who) => {
      const practice = practise();
      const { body } = await operatorTokens(practice, {}, practice[who]);
      expect(decodeJwt(body['access_token'] as string)).toMatchObject({
        aud: practice.registrations.api.clientId,
        iss: `https://login.microsoftonline.com/${practice.providerTenantId}/v2.0`,
        azp: practice.registrations.extension.clientId,
        scp: 'access_as_user',
        roles: [{ operatorAdmin: 'Admin', operator: 'Operator', monitor: 'Monitor' }[who]],
        oid: practice[who].id,
        ver: '2.0',
      });
      expect(body['scope']).toBe(`api://${practice.registrations.api.clientId}/access_as_user`);
    },
  );

  test('no two tokens are the same, in one second neither', async () => {
    const practice = practise();
    const { body } = await connected(practice);
    const form = { ...proof(practice), grant_type: 'refresh_token', refresh_token: body['refresh_token'] as string };
    const answers = await Promise.all([token(practice, form), token(practice, form), token(practice, form)]);
    const utis = answers.map((answer) => decodeJwt(answer.body['access_token'] as string)['uti']);
    expect(new Set(utis).size).toBe(3);
  });
});
