import { sign } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../sealing/secret.ts';
import { createAccessTokenVerifier, type VerifiesAccessTokens } from './access-token.ts';
import {
  api,
  at,
  bare,
  claims,
  elliptic,
  extension,
  foreign,
  graph,
  header,
  hs256,
  jwk,
  keys,
  login,
  ours,
  part,
  publicPem,
  rs256,
  stranger,
  tenant,
  token,
  without,
} from './token-samples.ts';

let asked: string[] = [];
let verifier: VerifiesAccessTokens;
beforeEach(() => {
  asked = [];
  verifier = createAccessTokenVerifier({
    login,
    fetchKeys: (address) => {
      asked.push(address);
      return Promise.resolve(Response.json({ keys }));
    },
    apiClientId: api,
    clients: [extension],
    tenants: [tenant],
    now: () => new Date(at * 1000),
  });
});
const codeOf = async (text: string): Promise<string> => {
  const verified = await verifier.verify(new Secret(text));
  return verified.ok ? 'accepted' : verified.error.code;
};

test('a good token names its operator, in the widest of its roles', async () => {
  expect(await verifier.verify(new Secret(token()))).toEqual({
    ok: true,
    value: {
      objectId: '7c1a2b3c-0000-4000-8000-00000000c001',
      tenantId: tenant,
      name: 'Ada Berg',
      username: 'ada.berg@northwindvoice.example',
      role: 'Operator',
    },
  });
  await codeOf(token());
  expect(asked).toEqual([`${login}/common/discovery/v2.0/keys`]);
});

describe('is refused', () => {
  const header64 = part(header);
  const mutants: Readonly<Record<string, string>> = {
    'alg none': `${part({ ...header, alg: 'none' })}.${part(claims)}.`,
    'alg None': `${part({ ...header, alg: 'None' })}.${part(claims)}.`,
    'alg none with a signature': token({}, { alg: 'none' }),
    'HS256 with the public key as secret': token({}, { alg: 'HS256' }, hs256(publicPem)),
    'HS256 with the key’s modulus as secret': token({}, { alg: 'HS256' }, hs256(String(keys[0]?.n))),
    'HS256 with an empty secret': token({}, { alg: 'HS256' }, hs256('')),
    'RS384 in name': token({}, { alg: 'RS384' }),
    'RS512, signed so': token({}, { alg: 'RS512' }, (text) =>
      sign('sha512', Buffer.from(text), ours.privateKey).toString('base64url'),
    ),
    'PS256 in name': token({}, { alg: 'PS256' }),
    'ES256 by a key of its own': token({}, { alg: 'ES256' }, (text) =>
      sign('sha256', Buffer.from(text), { key: elliptic.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
    ),
    'no alg': bare(claims, { typ: 'JWT', kid: 'ours' }),
    'a foreign key under our name': token({}, {}, (text) => rs256(text, foreign.privateKey)),
    'its own key in jwk': token({}, { jwk: jwk(foreign.publicKey, 'ours') }, (text) => rs256(text, foreign.privateKey)),
    'its own key behind jku': token({}, { jku: 'https://evil.example/keys', kid: 'theirs' }, (text) =>
      rs256(text, foreign.privateKey),
    ),
    'its own certificate in x5u': token({}, { x5u: 'https://evil.example/c', kid: 'theirs' }, (text) =>
      rs256(text, foreign.privateKey),
    ),
    'its own certificate in x5c': token({}, { x5c: ['MIIB'], kid: 'theirs' }, (text) =>
      rs256(text, foreign.privateKey),
    ),
    'an unknown kid': token({}, { kid: 'unknown' }),
    'a path as kid': token({}, { kid: '../../../dev/null' }),
    'SQL as kid': token({}, { kid: "' or 1=1 --" }),
    'no kid': bare(claims, { alg: 'RS256', typ: 'JWT' }),
    'a key of another tenant': token({}, { kid: 'of-a-stranger' }),
    'a key of no issuer': token({}, { kid: 'of-nobody' }),
    'an unknown critical header': token({}, { crit: ['exp2'], exp2: 1 }),
    'the signature of another token': `${token({ oid: stranger }).split('.').slice(0, 2).join('.')}.${token().split('.')[2]}`,
    'no signature': `${token().split('.').slice(0, 2).join('.')}.`,
    'a cut signature': token().slice(0, -4),
    'claims changed after signing': token().replace(/\.[^.]+\./, `.${part({ ...claims, roles: ['Admin'] })}.`),
    'a token for Graph': token({ aud: graph }),
    'a token for our extension (an ID token)': token({ aud: extension }),
    'our id as a URI': token({ aud: `api://${api}` }),
    'several audiences': token({ aud: [api, graph] }),
    'one audience in a list': token({ aud: [api] }),
    'no audience': bare(without('aud')),
    'another caller': token({ azp: stranger }),
    'no caller': bare(without('azp')),
    'a v1 token': token({ ver: '1.0', iss: `https://sts.windows.net/${tenant}/` }),
    'a v1 issuer': token({ iss: `https://sts.windows.net/${tenant}/` }),
    'no version': bare(without('ver')),
    'an issuer of another tenant': token({ iss: `${login}/${stranger}/v2.0` }),
    'an issuer of another cloud': token({ iss: `https://login.microsoftonline.us/${tenant}/v2.0` }),
    'an issuer with more behind': token({ iss: `${login}/${tenant}/v2.0/` }),
    'an issuer over http': token({ iss: `http://login.microsoftonline.com/${tenant}/v2.0` }),
    'no issuer': bare(without('iss')),
    'a tenant that is a path': token({ tid: `../${tenant}`, iss: `${login}/../${tenant}/v2.0` }),
    'no tenant': bare(without('tid')),
    'no object id': bare(without('oid')),
    'an object id that is none': token({ oid: 'ada' }),
    expired: token({ exp: at - 61 }),
    'no expiry': bare(without('exp')),
    'an expiry in words': token({ exp: 'tomorrow' }),
    'not yet valid': token({ nbf: at + 61 }),
    'no start': bare(without('nbf')),
    'no issue time': bare(without('iat')),
    'no scope': bare(without('scp')),
    'another scope': token({ scp: 'access_as_user2 User.Read' }),
    'the scope in other letters': token({ scp: 'Access_As_User' }),
    'a scope that is a list': token({ scp: ['access_as_user'] }),
    'an application alone': token({ idtyp: 'app' }),
    'an application without a scope': bare({ ...without('scp'), roles: ['Admin'] }),
    'roles that are a text': token({ roles: 'Admin' }),
    'payload that is no JSON': `${header64}.${part('{')}.${rs256(`${header64}.${part('{')}`)}`,
    'payload that is a list': bare([claims]),
    'payload that is null': bare('null'),
    'five parts': `${token()}.x.y`,
    'two parts': token().split('.').slice(0, 2).join('.'),
    nothing: '',
    'a word': 'session',
  };

  test('in more than forty forms', () => {
    expect(Object.keys(mutants).length).toBeGreaterThanOrEqual(40);
  });

  test.each(Object.entries(mutants))('%s', async (_name, text) => {
    expect(await codeOf(text)).toBe('operator_token_refused');
    expect(asked.filter((address) => address !== `${login}/common/discovery/v2.0/keys`)).toEqual([]);
  });

  test('a good token of a tenant that is not let in, and it is told so', async () => {
    const text = token({ tid: stranger, iss: `${login}/${stranger}/v2.0` });
    expect(await codeOf(text)).toBe('operator_tenant_refused');
  });

  test.each([[undefined], [[]], [['admin']], [['Reader', 'administrators']]])(
    'a good token with the roles %j, and it is told so',
    async (roles) => {
      expect(await codeOf(bare({ ...without('roles'), ...(roles && { roles }) }))).toBe('operator_without_role');
    },
  );
});

test('a clock that is a minute off is borne', async () => {
  expect(await codeOf(token({ nbf: at + 59, iat: at + 59 }))).toBe('accepted');
  expect(await codeOf(token({ exp: at - 59 }))).toBe('accepted');
});

test.each([
  ['cannot be reached', () => Promise.reject(new Error('no answer'))],
  ['answers with a fault', () => Promise.resolve(new Response('', { status: 503 }))],
  ['answers with no keys', () => Promise.resolve(new Response('<html>'))],
])('when Microsoft %s, the token is not blamed', async (_name, fetchKeys) => {
  verifier = createAccessTokenVerifier({
    login,
    fetchKeys,
    apiClientId: api,
    clients: [extension],
    tenants: [tenant],
    now: () => new Date(at * 1000),
  });
  expect(await codeOf(token())).toBe('microsoft_unreachable');
});
