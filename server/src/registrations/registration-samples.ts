import { createHash } from 'node:crypto';
import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';
import { resources, type PermissionProfile } from '@latchkey/shared/permissions/profile';
import { Secret } from '../sealing/secret.ts';
import type { Application, OfferedPermissions } from './application.ts';
import type { Deployment, RegistrationConfiguration } from './deployment.ts';
import type { ReadRegistrations } from './read-registrations.ts';

/* Northwind Voice's three registrations as they should be, and the deployment that they belong to. */

const id = (end: string): string => `7c1a2b3c-0000-4000-8000-00000000${end}`;

const sampleAt = new Date('2026-11-26T12:00:00.000Z');
/** What stands in for the DER of a certificate: it is only ever hashed. */
const sampleDer = Buffer.from('not really a certificate').toString('base64');
const thumbprint = createHash('sha256').update(Buffer.from(sampleDer, 'base64')).digest('base64url');

export const sampleProfile: PermissionProfile = {
  id: 'northwind-voice',
  version: 1,
  permissions: [
    { resourceAppId: resources.graph, kind: 'delegated', value: 'Organization.Read.All', required: true },
    { resourceAppId: resources.graph, kind: 'application', value: 'Directory.Read.All', required: false },
  ],
};

export const sampleConfiguration: RegistrationConfiguration = {
  cloud: microsoftClouds[0],
  publicUrl: 'https://latchkey.northwindvoice.example',
  operatorTenants: [id('a001')],
  apiClientId: id('b001'),
  extensionClientId: id('b002'),
  extensionOrigins: ['chrome-extension://abcdefghijklmnopabcdefghijklmnop'],
  consentClientId: id('b003'),
  consentCredential: { kind: 'secret', secret: new Secret('canary-consent-secret'), expiresAt: null },
};

export const sampleCertificate = {
  kind: 'certificate',
  privateKey: new Secret('canary-private-key'),
  thumbprint,
  expiresAt: '2027-06-30T08:15:42.000Z',
} as const;

export const sampleDeployment: Deployment = {
  configuration: sampleConfiguration,
  profiles: { all: [sampleProfile], inUse: [] },
  at: sampleAt,
};

const role = (value: string) => ({ value, isEnabled: true, allowedMemberTypes: ['User'] });

export const sampleApi: Application = {
  appId: id('b001'),
  signInAudience: 'AzureADMyOrg',
  identifierUris: [`api://${id('b001')}`],
  api: {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [{ id: id('c001'), value: 'access_as_user', isEnabled: true }],
  },
  appRoles: [role('Admin'), role('Operator'), role('Monitor')],
};

export const sampleExtension: Application = {
  appId: id('b002'),
  signInAudience: 'AzureADMyOrg',
  spa: { redirectUris: ['https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/'] },
  requiredResourceAccess: [{ resourceAppId: id('b001'), resourceAccess: [{ id: id('c001'), type: 'Scope' }] }],
  passwordCredentials: [],
  keyCredentials: [],
};

export const sampleConsent: Application = {
  appId: id('b003'),
  signInAudience: 'AzureADMultipleOrgs',
  groupMembershipClaims: 'DirectoryRole',
  web: {
    redirectUris: [
      'https://latchkey.northwindvoice.example/consent/callback',
      'https://latchkey.northwindvoice.example/consent/admin-callback',
    ],
  },
  requiredResourceAccess: [
    {
      resourceAppId: resources.graph,
      resourceAccess: [
        { id: id('d001'), type: 'Scope' },
        { id: id('d002'), type: 'Scope' },
        { id: id('d003'), type: 'Role' },
      ],
    },
  ],
  passwordCredentials: [{ keyId: id('e001'), endDateTime: '2027-06-30T00:00:00Z' }],
  keyCredentials: [{ keyId: id('e002'), endDateTime: sampleCertificate.expiresAt, key: sampleDer }],
  verifiedPublisher: { verifiedPublisherId: '1234567' },
};

const sampleGraph: OfferedPermissions = {
  appId: resources.graph,
  oauth2PermissionScopes: [
    { id: id('d001'), value: 'Organization.Read.All' },
    { id: id('d002'), value: 'User.Read' },
  ],
  appRoles: [
    { id: id('d003'), value: 'Directory.Read.All' },
    { id: id('d004'), value: 'Group.Read.All' },
  ],
};

export const sampleRead: ReadRegistrations = {
  applications: {
    api: { state: 'read', value: sampleApi },
    extension: { state: 'read', value: sampleExtension },
    consent: { state: 'read', value: sampleConsent },
  },
  resources: new Map([[resources.graph, { state: 'read', value: sampleGraph }]]),
  refusedBy: null,
};
