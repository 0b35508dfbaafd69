import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';
import { consoleSamples } from '@latchkey/shared/provider-console/adapter-samples';
import { makeClientCertificate } from '../sandbox/keys/client-certificate.ts';
import { readConfiguration } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-config-'));
const fileWith = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const guid = (end: string): string => `7c1a2b3c-0000-4000-8000-0000000000${end}`;
const good = {
  LATCHKEY_PUBLIC_URL: 'https://latchkey.northwindvoice.example',
  LATCHKEY_DATA_DIR: '/var/lib/latchkey',
  LATCHKEY_KEYS: '/etc/latchkey/keys.json',
  LATCHKEY_PROVIDER_NAME: 'Northwind Voice',
  LATCHKEY_OPERATOR_TENANTS: `${guid('a1')}, ${guid('a2').toUpperCase()}`,
  LATCHKEY_API_CLIENT_ID: guid('b1'),
  LATCHKEY_EXTENSION_CLIENT_ID: guid('b2'),
  LATCHKEY_CONSENT_CLIENT_ID: guid('b3'),
  LATCHKEY_CONSENT_SECRET_FILE: fileWith('secret', 'canary-consent-secret\n'),
} as const;
const [console] = consoleSamples;
const practice = { ...microsoftClouds[0], key: 'practice', name: 'Practice' };

const sentencesOf = (change: Record<string, string | undefined>): readonly string[] => {
  const read = readConfiguration({ ...good, ...change });
  return read.ok ? [] : read.sentences;
};

test('what is not said takes its usual value', () => {
  const read = readConfiguration(good);
  expect(read.ok && read.value).toMatchObject({
    listen: { host: '127.0.0.1', port: 8787 },
    publicUrl: 'https://latchkey.northwindvoice.example',
    cloud: { key: 'public' },
    operatorTenants: [guid('a1'), guid('a2')],
    extensionOrigins: [],
    invitationDays: 14,
    settlingMinutes: 15,
    trustedHops: 0,
    logLevel: 'info',
    providerConsole: null,
  });
  const credential = read.ok ? read.value.consentCredential : undefined;
  expect(credential?.kind === 'secret' && credential.secret.reveal()).toBe('canary-consent-secret');
  expect(JSON.stringify(read)).not.toContain('canary');
});

test('each mistake is one sentence that names its variable, and all are told at once', () => {
  const read = readConfiguration({});
  const sentences = read.ok ? [] : read.sentences;
  const named = sentences.map((sentence) => sentence.split(' ')[0]);
  expect(named).toEqual(Object.keys(good));
});

test.each([
  ['LATCHKEY_LISTEN', '127.0.0.1'],
  ['LATCHKEY_LISTEN', '127.0.0.1:70000'],
  ['LATCHKEY_PUBLIC_URL', 'http://latchkey.northwindvoice.example'],
  ['LATCHKEY_PUBLIC_URL', 'http://127.0.0.1.evil.example'],
  ['LATCHKEY_PUBLIC_URL', 'https://latchkey.northwindvoice.example/path'],
  ['LATCHKEY_PUBLIC_URL', 'latchkey'],
  ['LATCHKEY_CLOUD', 'Public Cloud'],
  ['LATCHKEY_PROVIDER_NAME', ' '],
  ['LATCHKEY_OPERATOR_TENANTS', 'contoso.example'],
  ['LATCHKEY_OPERATOR_TENANTS', ' , '],
  ['LATCHKEY_API_CLIENT_ID', 'api'],
  ['LATCHKEY_EXTENSION_ORIGINS', 'chrome-extension://*'],
  ['LATCHKEY_EXTENSION_ORIGINS', 'https://evil.example'],
  ['LATCHKEY_CONSENT_SECRET_FILE', '/nowhere/secret'],
  ['LATCHKEY_CONSENT_SECRET_FILE', fileWith('empty', ' \n')],
  ['LATCHKEY_INVITATION_DAYS', '0'],
  ['LATCHKEY_SETTLING_MINUTES', '1.5'],
  ['LATCHKEY_TRUSTED_HOPS', '-1'],
  ['LATCHKEY_LOG_LEVEL', 'all'],
  ['LATCHKEY_PROVIDER_CONSOLE', '/nowhere/console.json'],
  ['LATCHKEY_PROVIDER_CONSOLE', fileWith('no-console.json', '[]')],
  [
    'LATCHKEY_PROVIDER_CONSOLE',
    fileWith('sign-in.json', JSON.stringify({ ...console, origin: practice.login.browser })),
  ],
  ['LATCHKEY_CLOUDS', '/nowhere/clouds.json'],
  ['LATCHKEY_CLOUDS', fileWith('broken.json', '{')],
  ['LATCHKEY_CLOUDS', fileWith('strange.json', JSON.stringify({ clouds: [{ key: 'x' }] }))],
])('%s="%s" is refused by one sentence', (name, value) => {
  expect(sentencesOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
});

describe('a certificate in place of the secret', () => {
  const { LATCHKEY_CONSENT_SECRET_FILE: _, ...withoutSecret } = good;
  const named = (LATCHKEY_CONSENT_CERTIFICATE_FILE: string) =>
    readConfiguration({ ...withoutSecret, LATCHKEY_CONSENT_CERTIFICATE_FILE });

  test('is read with its own end, and its key is told to nobody', async () => {
    const { file, registered } = await makeClientCertificate(20);
    const read = named(fileWith('certificate.pem', file));
    expect(read.ok && read.value.consentCredential).toMatchObject({
      kind: 'certificate',
      thumbprint: registered.thumbprint,
      // A certificate counts in whole seconds.
      expiresAt: new Date(Math.floor(registered.expiresAt / 1000) * 1000).toISOString(),
    });
    expect(JSON.stringify(read)).not.toContain('PRIVATE KEY');
  });

  test.each(['/nowhere/certificate.pem', fileWith('no-certificate.pem', 'canary')])('%s is refused', (file) => {
    const read = named(file);
    expect(read.ok ? [] : read.sentences).toEqual([expect.stringMatching(/^LATCHKEY_CONSENT_CERTIFICATE_FILE /)]);
  });

  test('is not named beside the secret', async () => {
    const LATCHKEY_CONSENT_CERTIFICATE_FILE = fileWith('both.pem', (await makeClientCertificate(20)).file);
    expect(sentencesOf({ LATCHKEY_CONSENT_CERTIFICATE_FILE })).toEqual([
      expect.stringMatching(/^LATCHKEY_CONSENT_CERTIFICATE_FILE is not usable/),
    ]);
  });
});

test.each(['http://127.0.0.1:8787', 'http://localhost:8787', 'http://[::1]:8787'])(
  '%s is safe on this machine',
  (url) => {
    expect(sentencesOf({ LATCHKEY_PUBLIC_URL: url })).toEqual([]);
  },
);

test('a cloud of the file is found by its key; one that nobody knows is named with those that are', () => {
  const LATCHKEY_CLOUDS = fileWith('clouds.json', JSON.stringify({ clouds: [practice] }));
  const read = readConfiguration({ ...good, LATCHKEY_CLOUDS, LATCHKEY_CLOUD: 'practice' });
  expect(read.ok && read.value.cloud.name).toBe('Practice');
  expect(sentencesOf({ LATCHKEY_CLOUD: 'practice' })[0]).toContain('public, us-government');
});

test('a file cannot take the place of one of Microsoft’s clouds', () => {
  const LATCHKEY_CLOUDS = fileWith('impostor.json', JSON.stringify({ clouds: [{ ...practice, key: 'public' }] }));
  const read = readConfiguration({ ...good, LATCHKEY_CLOUDS });
  expect(read.ok && read.value.cloud.name).toBe(microsoftClouds[0].name);
});

test('the provider’s console is read from its file', () => {
  const LATCHKEY_PROVIDER_CONSOLE = fileWith('console.json', JSON.stringify(console));
  const read = readConfiguration({ ...good, LATCHKEY_PROVIDER_CONSOLE });
  expect(read.ok && read.value.providerConsole).toEqual(console);
});

const mail = {
  LATCHKEY_MAIL_SERVER: 'smtp.northwindvoice.example:587',
  LATCHKEY_MAIL_FROM: 'latchkey@northwindvoice.example',
};

test('without a mail server there is no mail, and with one it is encrypted unless something else is said', () => {
  const read = readConfiguration(good);
  expect(read.ok && read.value.mail).toBeNull();
  const LATCHKEY_MAIL_PASSWORD_FILE = fileWith('mail-password', 'canary-mail-password\n');
  const told = readConfiguration({ ...good, ...mail, LATCHKEY_MAIL_USER: 'latchkey', LATCHKEY_MAIL_PASSWORD_FILE });
  expect(told.ok && told.value.mail).toMatchObject({
    host: 'smtp.northwindvoice.example',
    port: 587,
    tls: 'starttls',
    from: 'latchkey@northwindvoice.example',
    login: { user: 'latchkey' },
  });
  expect(told.ok && told.value.mail?.login?.password.reveal()).toBe('canary-mail-password');
  expect(JSON.stringify(told)).not.toContain('canary');
});

test.each([
  ['LATCHKEY_MAIL_SERVER', { LATCHKEY_MAIL_SERVER: 'smtp.northwindvoice.example' }],
  ['LATCHKEY_MAIL_SERVER', { LATCHKEY_MAIL_SERVER: undefined }],
  ['LATCHKEY_MAIL_TLS', { LATCHKEY_MAIL_TLS: 'ssl' }],
  ['LATCHKEY_MAIL_TLS', { LATCHKEY_MAIL_TLS: 'none' }],
  ['LATCHKEY_MAIL_FROM', { LATCHKEY_MAIL_FROM: 'Latchkey <latchkey@northwindvoice.example>' }],
  ['LATCHKEY_MAIL_FROM', { LATCHKEY_MAIL_FROM: undefined }],
  ['LATCHKEY_MAIL_USER', { LATCHKEY_MAIL_PASSWORD_FILE: fileWith('other-password', 'x') }],
  ['LATCHKEY_MAIL_PASSWORD_FILE', { LATCHKEY_MAIL_USER: 'latchkey' }],
  ['LATCHKEY_MAIL_PASSWORD_FILE', { LATCHKEY_MAIL_USER: 'latchkey', LATCHKEY_MAIL_PASSWORD_FILE: '/nowhere/secret' }],
])('a mistake about mail is one sentence that begins with %s: %j', (name, change) => {
  expect(sentencesOf({ ...mail, ...change })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
});

test('mail without encryption goes to this machine alone', () => {
  const local = { ...mail, LATCHKEY_MAIL_TLS: 'none' };
  expect(sentencesOf({ ...local, LATCHKEY_MAIL_SERVER: '127.0.0.1:1025' })).toEqual([]);
  expect(sentencesOf({ ...local, LATCHKEY_MAIL_SERVER: '127.0.0.1.evil.example:1025' })).toHaveLength(1);
});
