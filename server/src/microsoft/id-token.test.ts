import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { expect, test } from 'vitest';
import { Secret } from '../sealing/secret.ts';
import { NoAnswer } from './cloud-fetch.ts';
import { createIdTokenVerifier } from './id-token.ts';

/*
 * MSAL looks at the nonce, too, and stands before us in the line: here our own check stands alone.
 */

const tid = '7c1a2b3c-0000-4000-8000-00000000a001';
const clientId = '7c1a2b3c-0000-4000-8000-00000000b003';
const issuer = `https://login.microsoftonline.com/${tid}/v2.0`;
const at = Date.parse('2026-11-02T09:00:00Z');
const pair = await generateKeyPair('RS256');
const key = { ...(await exportJWK(pair.publicKey)), kid: 'ours', use: 'sig', issuer };

const claims: JWTPayload = {
  ver: '2.0',
  tid,
  oid: '7c1a2b3c-0000-4000-8000-00000000c001',
  nonce: 'the-nonce-of-this-start',
  preferred_username: 'megan.bowen@contoso.example',
  name: 'Megan Bowen',
};
const signed = async (change: JWTPayload = {}): Promise<Secret> => {
  const token = new SignJWT({ ...claims, ...change }).setProtectedHeader({ alg: 'RS256', kid: 'ours' });
  const seconds = at / 1000;
  token.setIssuer(issuer).setAudience(clientId).setIssuedAt(seconds).setNotBefore(seconds);
  return new Secret(await token.setExpirationTime(seconds + 600).sign(pair.privateKey));
};

const verifierWith = (fetch: Parameters<typeof createIdTokenVerifier>[0]['fetch']) =>
  createIdTokenVerifier({ cloud: microsoftClouds[0], fetch, clientId, now: () => new Date(at) });
const verifier = verifierWith(() => Promise.resolve(Response.json({ keys: [key] })));

test('a token for this very start names who signed in', async () => {
  expect(await verifier.verify(await signed(), 'the-nonce-of-this-start')).toEqual({
    ok: true,
    value: {
      tenantId: tid,
      objectId: claims['oid'],
      username: 'megan.bowen@contoso.example',
      name: 'Megan Bowen',
      roleTemplateIds: [],
    },
  });
});

test.each(['', 'the-nonce-of-another-start', 'THE-NONCE-OF-THIS-START'])(
  'a token that was made for the start with the nonce "%s" is refused for this one',
  async (nonce) => {
    const refused = { ok: false, error: { code: 'consent_answer_refused' } };
    expect(await verifier.verify(await signed({ nonce }), 'the-nonce-of-this-start')).toEqual(refused);
    expect(await verifier.verify(await signed(), nonce)).toEqual(refused);
  },
);

test('where the keys cannot be had, the token is not blamed', async () => {
  const alone = verifierWith(() => Promise.reject(new NoAnswer('no answer from Microsoft')));
  expect(await alone.verify(await signed(), 'the-nonce-of-this-start')).toEqual({
    ok: false,
    error: { code: 'microsoft_unreachable' },
  });
});
