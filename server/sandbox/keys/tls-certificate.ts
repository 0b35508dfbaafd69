import { createHash } from 'node:crypto';
// x509 builds its parts by decorators, which want this first.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

/** A self-signed certificate for Microsoft's host names, as a browser profile accepts it by the hash of its key. */
export interface TlsCertificate {
  readonly cert: string;
  readonly key: string;
  /** Base64 SHA-256 of the key's SPKI, for `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
}

const day = 24 * 60 * 60 * 1000;

/** Those of this process, by their hosts. */
const made = new Map<string, Promise<TlsCertificate>>();

/**
 * A key and a certificate, made at the first call: every process has its own, and the tenants of one share it as they do the signing keys.
 * Nothing is stored and nothing trusts it but the profile that is told to.
 */
export function makeTlsCertificate(hosts: readonly string[]): Promise<TlsCertificate> {
  const key = hosts.join(' ');
  const known = made.get(key) ?? makeNew(hosts);
  made.set(key, known);
  return known;
}

async function makeNew(hosts: readonly string[]): Promise<TlsCertificate> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Latchkey practice tenant',
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + 90 * day),
    extensions: [
      new x509.SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns' as const, value }))),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  });
  const privateKey = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const spki = Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey));
  return {
    cert: certificate.toString('pem'),
    key: x509.PemConverter.encode(privateKey, 'PRIVATE KEY'),
    spki: createHash('sha256').update(spki).digest('base64'),
  };
}
