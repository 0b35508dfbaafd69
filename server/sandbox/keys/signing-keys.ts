import { createHash, generateKeyPair, randomInt, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { compactVerify, SignJWT, type CompactJWSHeaderParameters, type JWTPayload } from 'jose';

/** One public key as the JWKS shows it. */
interface PublicKey {
  readonly kty: string;
  readonly use: 'sig';
  readonly kid: string;
  readonly n: string;
  readonly e: string;
}

/** The keys that tokens are signed with: two, used in turn, as key rotation leaves them. */
export interface SigningKeys {
  readonly published: readonly PublicKey[];
  sign(claims: JWTPayload): Promise<string>;
  /** A token for Microsoft Graph: nobody but Graph can check its signature. */
  signForGraph(claims: JWTPayload): Promise<string>;
  /** The claims of a Graph token that was signed here, whether or not it has expired. */
  readForGraph(token: string): Promise<JWTPayload | undefined>;
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return { kid: createHash('sha1').update(der).digest('base64url'), privateKey, publicKey };
}

function publish({ kid, publicKey }: SigningKey): PublicKey {
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return { kty: 'RSA', use: 'sig', kid, n, e };
}

const hashed = (nonce: string): string => createHash('sha256').update(nonce).digest('base64url');
const encode = (header: object): string => Buffer.from(JSON.stringify(header)).toString('base64url');

/** The header with another nonce; everything else, and the order of it, stays. */
function withNonce(token: string, change: (nonce: string) => string): string {
  const [head = '', ...rest] = token.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { nonce?: unknown };
  return [encode({ ...header, nonce: change(String(header.nonce)) }), ...rest].join('.');
}

/** Those of this process. They are never stored: whoever starts it again finds others. */
let ofThisProcess: Promise<readonly [SigningKey, SigningKey]> | undefined;

/** The keys, made at the first call: every start has its own, and tenants of one process share them as Entra's do. */
export async function makeSigningKeys(): Promise<SigningKeys> {
  ofThisProcess ??= Promise.all([makeKey(), makeKey()]);
  const keys = await ofThisProcess;
  const any = (): SigningKey => keys[randomInt(keys.length)] ?? keys[0];
  const sign = (claims: JWTPayload, more: object = {}): Promise<string> => {
    const { kid, privateKey } = any();
    return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', ...more, alg: 'RS256', kid }).sign(privateKey);
  };
  const keyFor = ({ kid }: CompactJWSHeaderParameters): KeyObject => {
    const key = keys.find((one) => one.kid === kid);
    if (!key) throw new Error('The token names a key that is not ours.');
    return key.publicKey;
  };
  return {
    published: keys.map(publish),
    sign,
    // Entra signs over the hash of the nonce and sends the nonce, so that a third party's check always fails.
    async signForGraph(claims) {
      const nonce = String(claims['uti']);
      const signed = await sign(claims, { nonce: hashed(nonce) });
      return withNonce(signed, () => nonce);
    },
    async readForGraph(token) {
      try {
        const { payload } = await compactVerify(withNonce(token, hashed), keyFor, { algorithms: ['RS256'] });
        return JSON.parse(new TextDecoder().decode(payload)) as JWTPayload;
      } catch {
        return undefined;
      }
    },
  };
}
