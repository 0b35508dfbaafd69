import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
// x509 builds its parts by decorators, which want this first.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import type { RegisteredCertificate } from '../directory/records.ts';

/** A certificate by which the provider's registration proves itself: the half that is uploaded, and the file that stays at home. */
export interface ClientCertificate {
  readonly registered: RegisteredCertificate;
  /** The certificate and its private key, as PEM. */
  readonly file: string;
}

const dayMs = 24 * 3_600_000;

/** Makes a new one that ends in so many days. Every start has its own. */
export async function makeClientCertificate(endsInDays: number): Promise<ClientCertificate> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const notAfter = new Date(Date.now() + endsInDays * dayMs);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Northwind Voice Connector',
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.now() - 365 * dayMs),
    notAfter,
  });
  const privateKey = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  const pem = certificate.toString('pem');
  return {
    registered: {
      thumbprint: thumbprintOf(new Uint8Array(certificate.rawData)),
      publicKey: createPublicKey(pem),
      der: Buffer.from(certificate.rawData).toString('base64'),
      expiresAt: notAfter.getTime(),
    },
    file: `${pem}\n${x509.PemConverter.encode(privateKey, 'PRIVATE KEY')}\n`,
  };
}

const thumbprintOf = (der: Uint8Array): string => createHash('sha256').update(der).digest('base64url');

/** What is found where somebody has put another certificate in the place of the one before. */
export const anotherCertificate = (one: RegisteredCertificate, publicKey: KeyObject): RegisteredCertificate => ({
  ...one,
  thumbprint: thumbprintOf(publicKey.export({ type: 'spki', format: 'der' })),
  der: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  publicKey,
});
