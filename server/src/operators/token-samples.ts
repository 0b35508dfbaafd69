import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** Tokens for tests: good ones, and whatever else can be made of the same parts. */
export const login = 'https://login.microsoftonline.com';
export const tenant = '7c1a2b3c-0000-4000-8000-00000000a001';
export const stranger = '7c1a2b3c-0000-4000-8000-00000000a002';
export const api = '7c1a2b3c-0000-4000-8000-00000000b001';
export const extension = '7c1a2b3c-0000-4000-8000-00000000b002';
export const graph = '00000003-0000-0000-c000-000000000000';
export const at = Math.floor(Date.parse('2026-11-02T09:00:00Z') / 1000);

export const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const publicPem = ours.publicKey.export({ type: 'spki', format: 'pem' });
export const jwk = (key: KeyObject, kid: string, issuer?: string) => ({
  ...key.export({ format: 'jwk' }),
  kid,
  use: 'sig',
  ...(issuer !== undefined && { issuer }),
});
export const keys = [
  jwk(ours.publicKey, 'ours', `${login}/{tenantid}/v2.0`),
  jwk(ours.publicKey, 'of-a-stranger', `${login}/${stranger}/v2.0`),
  jwk(ours.publicKey, 'of-nobody'),
];

type Json = Record<string, unknown>;
export const claims: Json = {
  aud: api,
  iss: `${login}/${tenant}/v2.0`,
  iat: at - 60,
  nbf: at - 60,
  exp: at + 3_600,
  azp: extension,
  tid: tenant,
  oid: '7c1a2b3c-0000-4000-8000-00000000C001',
  scp: 'access_as_user profile',
  ver: '2.0',
  idtyp: 'user',
  roles: ['Monitor', 'Operator'],
  name: 'Ada Berg',
  preferred_username: 'ada.berg@northwindvoice.example',
};
export const header: Json = { alg: 'RS256', typ: 'JWT', kid: 'ours' };
export const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
export const rs256 = (text: string, key: KeyObject = ours.privateKey): string =>
  sign('sha256', Buffer.from(text), key).toString('base64url');
export const without = (...names: string[]): Json =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));

/** A token with some claims and headers changed, signed by us unless it says otherwise. */
export function token(change: Json = {}, headers: Json = {}, signWith: (text: string) => string = rs256): string {
  const text = `${part({ ...header, ...headers })}.${part({ ...claims, ...change })}`;
  return `${text}.${signWith(text)}`;
}
export const bare = (payload: unknown, headers: unknown = header): string => {
  const text = `${part(headers)}.${part(payload)}`;
  return `${text}.${rs256(text)}`;
};
export const hs256 = (secret: string | Buffer) => (text: string) =>
  createHmac('sha256', secret).update(text).digest('base64url');
