import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { makeClientCertificate } from '../../sandbox/keys/client-certificate.ts';
import { certificateIn } from './consent-credential.ts';

const { file, registered } = await makeClientCertificate(20);
const split = file.indexOf('-----BEGIN PRIVATE KEY');
const [certificate, key] = [file.slice(0, split), file.slice(split)];

test('a certificate and its key are found in either order, named by the SHA-256 of the certificate', () => {
  for (const pem of [file, key + certificate])
    expect(certificateIn(pem)).toMatchObject({
      kind: 'certificate',
      thumbprint: registered.thumbprint,
      expiresAt: new X509Certificate(certificate).validToDate.toISOString(),
    });
});

test('the key is not shown by whatever prints the credential', () => {
  const found = certificateIn(file);
  expect(inspect(found, { depth: 9 }) + JSON.stringify(found)).not.toContain('PRIVATE');
});

const keyOf = (type: 'rsa' | 'ed25519') =>
  (type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519')).privateKey
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();

test.each([
  ['nothing', ''],
  ['a certificate alone', certificate],
  ['a key alone', key],
  ['the key of another certificate', certificate + keyOf('rsa')],
  ['a key of another kind', certificate + keyOf('ed25519')],
  ['a certificate that is cut off', certificate.slice(0, 200) + key],
])('%s is no credential', (_, pem) => {
  expect(certificateIn(pem)).toBeUndefined();
});
