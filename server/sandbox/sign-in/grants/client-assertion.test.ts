import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { anotherCertificate, makeClientCertificate } from '../../keys/client-certificate.ts';
import { connected, token } from '../../testing/journeys.ts';
import { practise, type Practice } from '../../testing/practice.ts';
import { ours, refusalOf } from '../../testing/token-journeys.ts';

const certificate = await makeClientCertificate(20);
const other = await makeClientCertificate(20);

interface Statement {
  readonly x5t?: string;
  readonly alg?: 'PS256' | 'RS256' | 'PS512';
  readonly key?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now to its beginning and its end. */
  readonly from?: number;
  readonly until?: number;
  readonly type?: string;
}

async function ask(practice: Practice, statement: Statement = {}) {
  const { clientId } = practice.registrations.consent;
  const now = practice.world.clock.seconds();
  const { from = 0, until = 300, issuer = clientId, key = certificate.file } = statement;
  const { type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' } = statement;
  const assertion = await new SignJWT({ jti: 'one' })
    .setProtectedHeader({
      alg: statement.alg ?? 'PS256',
      'x5t#S256': statement.x5t ?? certificate.registered.thumbprint,
    })
    .setIssuer(issuer)
    .setSubject(issuer)
    .setAudience(statement.audience ?? `https://login.microsoftonline.com/${practice.tenantId}/oauth2/v2.0/token`)
    .setNotBefore(now + from)
    .setExpirationTime(now + until)
    .sign(createPrivateKey(key));
  return token(practice, {
    client_id: clientId,
    client_assertion: assertion,
    client_assertion_type: type,
    grant_type: 'client_credentials',
    scope: ours,
  });
}

async function certified(): Promise<Practice> {
  const practice = practise({ certificate });
  await connected(practice);
  return practice;
}

describe('a client assertion', () => {
  test.each(['PS256', 'RS256'] as const)('signed with the uploaded certificate by %s buys a token', async (alg) => {
    expect((await ask(await certified(), { alg })).status).toBe(200);
  });

  test.each([
    ['signed with the key of another certificate', { key: other.file }, 700027],
    ['that names a certificate which was not uploaded', { x5t: other.registered.thumbprint, key: other.file }, 700027],
    ['signed by an algorithm that Entra does not take', { alg: 'PS512' }, 700027],
    ['of another application', { issuer: '7c1a2b3c-0000-4000-8000-00000000b009' }, 50027],
    ['for another tenant', { audience: 'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token' }, 700023],
    ['that has ended', { from: -1200, until: -600 }, 700024],
    ['that begins later', { from: 600, until: 900 }, 700024],
    ['of a kind that is not said', { type: '' }, 900144],
  ] as const)('%s is refused', async (_, statement, code) => {
    expect(refusalOf(await ask(await certified(), statement)).code).toBe(code);
  });

  test('of a certificate that has ended is refused by the number of a wrong one', async () => {
    const practice = await certified();
    practice.world.clock.move(21 * 24 * 3600);
    const { body, status } = await ask(practice);
    expect([status, body['error_codes'], body['error_description']]).toEqual([
      401,
      [700027],
      expect.stringContaining('The key used is expired'),
    ]);
  });

  test('is refused once another certificate was uploaded in its place', async () => {
    const practice = await certified();
    const { directory, registrations } = practice.world.state;
    directory.changeRegistration(registrations.consent.clientId, {
      certificates: [anotherCertificate(certificate.registered, other.registered.publicKey)],
    });
    expect(refusalOf(await ask(practice)).code).toBe(700027);
  });
});
