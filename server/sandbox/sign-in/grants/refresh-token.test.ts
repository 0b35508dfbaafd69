import { describe, expect, test } from 'vitest';
import { accept, adminConsentAddress, connected, token, proof } from '../../testing/journeys.ts';
import { practise, type Practice } from '../../testing/practice.ts';
import { extensionOrigin, operatorTokens, ours, refusalOf } from '../../testing/token-journeys.ts';

describe('refresh_token', () => {
  const refresh = (practice: Practice, refreshToken: unknown, more = {}, where = {}) =>
    token(
      practice,
      { ...proof(practice), grant_type: 'refresh_token', refresh_token: String(refreshToken), scope: ours, ...more },
      where,
    );

  test('gives a new one, and the old one stays good', async () => {
    const practice = practise();
    const { body } = await connected(practice);
    const next = await refresh(practice, body['refresh_token']);
    expect(next.status).toBe(200);
    expect(next.body['refresh_token']).not.toBe(body['refresh_token']);
    expect(next.body['scope']).toContain('https://graph.microsoft.com/Directory.Read.All');
    expect(next.body['scope']).toContain(ours);
    expect((await refresh(practice, body['refresh_token'])).status).toBe(200);
  });

  test('sees what was granted since, and not what was taken away', async () => {
    const practice = practise();
    const { body } = await connected(practice, false);
    await accept(practice.browse(), adminConsentAddress(practice), practice.admin, false);
    expect((await refresh(practice, body['refresh_token'])).status).toBe(200);
    practice.world.state.directory.revoke(practice.tenantId, practice.registrations.consent.clientId);
    const refused = await refresh(practice, body['refresh_token']);
    expect(refusalOf(refused)).toEqual({ status: 400, error: 'invalid_grant', code: 65001 });
    expect(refused.body['suberror']).toBe('consent_required');
  });

  test.each([
    ['a made-up one', {}, {}, '1.ARmadeup', 70000],
    ['one without the secret', { client_secret: undefined }, {}, undefined, 7000218],
    ['one sent by a browser', {}, { origin: 'https://evil.example' }, undefined, 9002326],
    ['one sent to another tenant', {}, { segment: 'northwindvoice.onmicrosoft.com' }, undefined, 50020],
  ] as const)('%s is refused', async (_, more, where, made, code) => {
    const practice = practise();
    const { body } = await connected(practice);
    expect(refusalOf(await refresh(practice, made ?? body['refresh_token'], more, where)).code).toBe(code);
  });

  test('another application’s is refused', async () => {
    const practice = practise();
    const { body } = await operatorTokens(practice);
    const answer = await refresh(practice, body['refresh_token'], {}, { segment: practice.providerTenantId });
    expect(refusalOf(answer).code).toBe(70000);
  });

  test('a single page’s ends after a day, however often it was used; a server’s after ninety idle days', async () => {
    const practice = practise();
    const spa = await operatorTokens(practice);
    const form = (refreshToken: unknown) => ({
      client_id: practice.registrations.extension.clientId,
      grant_type: 'refresh_token',
      refresh_token: String(refreshToken),
    });
    const where = { segment: practice.providerTenantId, origin: extensionOrigin };
    const { body } = await connected(practice);
    practice.world.clock.move(23 * 3600);
    const later = await token(practice, form(spa.body['refresh_token']), where);
    expect(later.body['refresh_token_expires_in']).toBe(3600);
    practice.world.clock.move(3600);
    expect(refusalOf(await token(practice, form(later.body['refresh_token']), where)).code).toBe(700084);
    expect((await refresh(practice, body['refresh_token'])).status).toBe(200);
    practice.world.clock.move(90 * 24 * 3600);
    expect(refusalOf(await refresh(practice, body['refresh_token'])).code).toBe(700082);
  });
});
