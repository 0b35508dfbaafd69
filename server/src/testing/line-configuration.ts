import { readFileSync } from 'node:fs';
import { CloudsFile } from '@latchkey/shared/clouds/cloud';
import type { Started } from '../../sandbox/testing/started.ts';
import type { Configuration } from '../config.ts';
import { certificateIn, type ConsentCredential } from '../sealing/consent-credential.ts';
import { Secret } from '../sealing/secret.ts';
import type { LineOptions } from './line.ts';

const publicUrl = 'http://127.0.0.1:8787';

/** A server that knows the practice tenant as its cloud, with the consent app's secret or certificate that its file holds now. */
export function configurationFor(practice: Started, options: LineOptions): Configuration {
  const { clouds } = CloudsFile.parse(JSON.parse(readFileSync(practice.cloudsFile, 'utf8')));
  const { api, extension, consent } = practice.situation.registrations;
  return {
    listen: { host: '127.0.0.1', port: 0 },
    publicUrl,
    dataFolder: '',
    keyRingFile: '',
    cloud: clouds[0]!,
    providerName: 'Northwind Voice',
    providerConsole: null,
    operatorTenants: [practice.situation.provider.tenantId],
    apiClientId: api.clientId,
    extensionClientId: extension.clientId,
    extensionOrigins: options.extensionOrigins ?? [],
    consentClientId: consent.clientId,
    consentCredential: credentialOf(consent, options.secretExpires ?? null),
    language: 'en',
    invitationDays: 14,
    remindDays: 3,
    settlingMinutes: options.settlingMinutes ?? 15,
    alertHosts: [],
    mail: { host: '127.0.0.1', port: portOf(practice.smtp), tls: 'none', from: mailFrom(practice), login: null },
    nightly: options.nightly ?? null,
    trustedHops: 0,
    logLevel: 'debug',
  };
}

function credentialOf(
  { secretFile, certificateFile }: Started['situation']['registrations']['consent'],
  expiresAt: string | null,
): ConsentCredential {
  if (certificateFile === undefined)
    return { kind: 'secret', secret: new Secret(readFileSync(secretFile, 'utf8').trim()), expiresAt };
  const certificate = certificateIn(readFileSync(certificateFile, 'utf8'));
  if (certificate === undefined) throw new Error('The practice tenant wrote no usable certificate.');
  return certificate;
}

const portOf = (address: string): number => Number(address.slice(address.lastIndexOf(':') + 1));
const mailFrom = ({ situation }: Started): string => `latchkey@${situation.provider.domain}`;
