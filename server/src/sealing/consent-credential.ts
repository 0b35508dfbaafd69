import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { Secret } from './secret.ts';

/** By what our own application proves itself to Microsoft. */
export type ConsentCredential =
  | {
      readonly kind: 'secret';
      readonly secret: Secret;
      /** When it ends; null when nobody said so. */
      readonly expiresAt: string | null;
    }
  | {
      readonly kind: 'certificate';
      /** PKCS #8, as PEM. */
      readonly privateKey: Secret;
      /** SHA-256 of the certificate's DER, as base64url: by it Microsoft finds the certificate that was uploaded. */
      readonly thumbprint: string;
      readonly expiresAt: string;
    };

/** Shorter keys are refused by Microsoft's own registrations. */
const leastBits = 2048;

/** A certificate and its private key out of one PEM text; undefined where one is missing, or they do not belong together. */
export function certificateIn(pem: string): ConsentCredential | undefined {
  try {
    const certificate = new X509Certificate(pem);
    const key = createPrivateKey(pem);
    if (!isUsable(key) || !certificate.checkPrivateKey(key)) return undefined;
    return {
      kind: 'certificate',
      privateKey: new Secret(key.export({ type: 'pkcs8', format: 'pem' }).toString()),
      thumbprint: Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
      expiresAt: certificate.validToDate.toISOString(),
    };
  } catch {
    // Node says what is wrong with words of the file in them.
    return undefined;
  }
}

const isUsable = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= leastBits;
