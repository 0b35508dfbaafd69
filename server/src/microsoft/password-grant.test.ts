import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';
import { expect, test } from 'vitest';
import { Secret } from '../sealing/secret.ts';
import { SecretBytes } from '../sealing/secret-bytes.ts';
import { NoAnswer, type CloudFetch } from './cloud-fetch.ts';
import { createPasswordGrant } from './password-grant.ts';

const typed = ' ü&=+% "x" ';
const refusal = { error: 'invalid_grant', error_description: 'AADSTS50126: no', error_codes: [50126] };

/** Proves a password against an answer; tells what was sent, and how the bytes look after it is over. */
async function prove(answer: () => Promise<Response>) {
  const sent: { address: string; method: string | undefined; body: Uint8Array; text: string }[] = [];
  const fetch: CloudFetch = (address, init) => {
    const body = init?.body as Uint8Array;
    sent.push({ address, method: init?.method, body, text: Buffer.from(body).toString() });
    return answer();
  };
  const password = SecretBytes.copy(typed);
  const grant = createPasswordGrant({
    cloud: microsoftClouds[0],
    fetch,
    clientId: '7c1a2b3c-0000-4000-8000-00000000b003',
    credential: { kind: 'secret', secret: new Secret('consent-secret-of-tests'), expiresAt: null },
    now: () => new Date(),
  });
  const outcome = await grant.prove({ tenantId: 't', username: 'ada@contoso.example', password }).then(
    ({ observation }) => observation.state,
    (error: unknown) => error,
  );
  return { sent, outcome, password };
}

const tokens = { access_token: 'a', id_token: 'i', refresh_token: 'r' };
const broken = new Error('a fault of our own');

test.each([
  ['a proof', () => Promise.resolve(Response.json(tokens)), 'issued'],
  ['a refusal', () => Promise.resolve(Response.json(refusal, { status: 400 })), 'refused'],
  ['silence', () => Promise.reject(new NoAnswer('nobody')), 'unreachable'],
  ['a fault', () => Promise.reject(broken), broken],
])('after %s the password is wiped, and so is the body that it was sent in', async (_name, answer, expected) => {
  const { sent, outcome, password } = await prove(answer);
  expect(outcome).toEqual(expected);
  expect(sent).toHaveLength(1);
  expect(password.reveal().every((byte) => byte === 0)).toBe(true);
  expect(sent[0]!.body.every((byte) => byte === 0)).toBe(true);
});

test('it goes in the body of one POST, byte for byte as it was typed, and in no address', async () => {
  const { sent } = await prove(() => Promise.resolve(Response.json(refusal, { status: 400 })));
  const [{ address, method, body, text }] = sent as [(typeof sent)[0]];
  expect([method, body instanceof Uint8Array]).toEqual(['POST', true]);
  expect(new URLSearchParams(text).get('password')).toBe(typed);
  expect(address).toMatch(/^https:\/\/login\.microsoftonline\.com\/t\/oauth2\/v2\.0\/token$/);
});
