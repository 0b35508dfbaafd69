import type { RegistrationName } from '@latchkey/shared/api/registrations';
import { resources } from '@latchkey/shared/permissions/profile';
import { describe, expect, test } from 'vitest';
import { Secret } from '../sealing/secret.ts';
import type { Application } from './application.ts';
import { findingsOf, registrationChecks } from './check-registrations.ts';
import type { Deployment } from './deployment.ts';
import { allUnread, type ReadRegistrations, type Unread } from './read-registrations.ts';
import {
  sampleApi,
  sampleCertificate,
  sampleConfiguration,
  sampleConsent,
  sampleDeployment,
  sampleExtension,
  sampleProfile,
  sampleRead,
} from './registration-samples.ts';

const samples = { api: sampleApi, extension: sampleExtension, consent: sampleConsent };
const withOne = (name: RegistrationName, value: Application): ReadRegistrations => ({
  ...sampleRead,
  applications: { ...sampleRead.applications, [name]: { state: 'read', value } },
});
const configured = (change: Partial<Deployment['configuration']>): Deployment => ({
  ...sampleDeployment,
  configuration: { ...sampleConfiguration, ...change },
});
const shown = (read: ReadRegistrations, deployment = sampleDeployment) =>
  findingsOf(read, deployment)
    .filter(({ standing }) => standing !== 'good')
    .map(({ registration, check, standing, reason }) =>
      [registration, check, standing, ...(reason === null ? [] : [reason])].join(' '),
    );
const consent = (change: Partial<Application>) => withOne('consent', { ...sampleConsent, ...change });
const asking = (...resourceAccess: NonNullable<Application['requiredResourceAccess']>[number]['resourceAccess']) =>
  consent({ requiredResourceAccess: [{ resourceAppId: resources.graph, resourceAccess }] });
const organization = { id: '7c1a2b3c-0000-4000-8000-00000000d001', type: 'Scope' } as const;
const group = { id: '7c1a2b3c-0000-4000-8000-00000000d004', type: 'Role' } as const;

test('everything in its place: every check of every registration, each good', () => {
  const findings = findingsOf(sampleRead, sampleDeployment);
  expect(findings.map(({ registration, check }) => `${registration} ${check}`)).toEqual(
    Object.entries(registrationChecks).flatMap(([name, checks]) => checks.map((check) => `${name} ${check}`)),
  );
  expect(shown(sampleRead)).toEqual([]);
});

const fields = (['api', 'extension', 'consent'] as const).flatMap((name) =>
  Object.keys(samples[name])
    .filter((key) => key !== 'appId' && !(name === 'consent' && key === 'keyCredentials'))
    .flatMap(
      (key) =>
        [
          [name, key, null],
          [name, key, undefined],
        ] as const,
    ),
);

test.each(fields)('%s without %s (%s) is not good', (name, key, nothing) => {
  expect(shown(withOne(name, { ...samples[name], [key]: nothing }))).not.toEqual([]);
});

test.each([
  'no_permission',
  'no_token',
  'not_found',
  'unreachable',
  'malformed',
  'not_given',
] satisfies readonly Unread[])('what was not read (%s) is never good, in whichever registration', (reason) => {
  for (const { standing } of findingsOf(allUnread(reason), sampleDeployment)) expect(standing).not.toBe('good');
  for (const name of ['api', 'extension', 'consent'] as const) {
    const unread = { ...sampleRead.applications, [name]: { state: 'unread', reason } as const };
    const about = findingsOf({ ...sampleRead, applications: unread }, sampleDeployment).filter(
      ({ registration }) => registration === name,
    );
    expect(about.filter(({ standing }) => standing === 'good')).toEqual([]);
    expect(about[0]?.standing).toBe(reason === 'not_found' ? 'bad' : 'unknown');
  }
});

describe('whose accounts', () => {
  const both = { operatorTenants: ['7c1a2b3c-0000-4000-8000-00000000a001', '7c1a2b3c-0000-4000-8000-00000000a002'] };
  test('operators of two tenants need registrations that are open to organisations', () => {
    expect(shown(sampleRead, configured(both))).toEqual(['api audience bad', 'extension audience bad']);
  });
  test.each(['AzureADMyOrg', 'AzureADandPersonalMicrosoftAccount'])('a consent app of %s is bad', (signInAudience) => {
    expect(shown(consent({ signInAudience }))).toEqual(['consent audience bad']);
  });
});

describe('the extension', () => {
  const extension = (change: Partial<Application>) => withOne('extension', { ...sampleExtension, ...change });
  test('one that nobody named, and Firefox’s, whose address nobody knows, are unknown', () => {
    expect(shown(sampleRead, configured({ extensionOrigins: [] }))).toEqual([
      'extension redirects unknown no_extension_named',
    ]);
    const firefox = 'moz-extension://0123abcd-0000-4000-8000-000000000000';
    const both = configured({ extensionOrigins: [...sampleConfiguration.extensionOrigins, firefox] });
    expect(shown(sampleRead, both)).toEqual(['extension redirects unknown firefox_redirect']);
    const uris = [...(sampleExtension.spa?.redirectUris ?? []), 'https://0a1b2c.extensions.allizom.org/'];
    expect(shown(extension({ spa: { redirectUris: uris } }), both)).toEqual([]);
  });
  test('the same address as that of a server is another kind of address', () => {
    const moved = extension({ spa: { redirectUris: [] }, web: sampleExtension.spa ?? null });
    expect(shown(moved)).toEqual(['extension redirects bad']);
  });
});

describe('roles and scopes', () => {
  const api = (change: Partial<Application>) => withOne('api', { ...sampleApi, ...change });
  test('a role that is off, or for applications alone, is none', () => {
    const [first, ...others] = sampleApi.appRoles ?? [];
    expect(shown(api({ appRoles: [{ ...first!, isEnabled: false }, ...others] }))).toEqual(['api roles bad']);
    const forApps = [{ ...first!, allowedMemberTypes: ['Application'] }, ...others];
    expect(shown(api({ appRoles: forApps }))).toEqual(['api roles bad']);
  });
  test.each([['SecurityGroup'], ['None'], ['']])(
    'groupMembershipClaims "%s" names no roles',
    (groupMembershipClaims) => {
      expect(shown(consent({ groupMembershipClaims }))).toEqual(['consent role_claims bad']);
    },
  );
  test.each([['All'], ['SecurityGroup, DirectoryRole']])('"%s" names them', (groupMembershipClaims) => {
    expect(shown(consent({ groupMembershipClaims }))).toEqual([]);
  });
});

describe('the static list', () => {
  const permissions = (read: ReadRegistrations, deployment = sampleDeployment) =>
    findingsOf(read, deployment).find(({ check }) => check === 'permissions')!;
  test('what is optional may be left out; what is needed may not, and what nobody needs is too much', () => {
    expect(permissions(asking(organization))).toMatchObject({ standing: 'good' });
    expect(permissions(asking(organization, group))).toMatchObject({
      standing: 'bad',
      lacks: [],
      surplus: ['Group.Read.All (application)'],
    });
    const without = permissions(asking(group));
    expect(without).toMatchObject({ standing: 'bad', lacks: ['Organization.Read.All (delegated)'] });
    expect(without.mend).toContain(organization.id);
    expect(without.mend).not.toContain(group.id);
  });
  test('the same name as the other kind is another permission, and an id that nobody knows is too much', () => {
    expect(permissions(asking({ ...organization, type: 'Role' }))).toMatchObject({ standing: 'bad' });
    const stranger = '7c1a2b3c-0000-4000-8000-00000000dfff';
    expect(permissions(asking(organization, { id: stranger, type: 'Role' })).surplus).toEqual([
      `${stranger} (application)`,
    ]);
  });
  test('it is held against the profile in use, and another one that it equals does not count', () => {
    const used = {
      ...sampleProfile,
      id: 'northwind-groups',
      permissions: sampleProfile.permissions.map((one) => ({
        ...one,
        value: 'Group.Read.All',
        kind: 'application' as const,
      })),
    };
    const all = [sampleProfile, used];
    const of = (...inUse: readonly string[]) =>
      permissions(asking(organization), { ...sampleDeployment, profiles: { all, inUse } });
    expect(of()).toMatchObject({ standing: 'good' });
    expect(of('northwind-voice')).toMatchObject({ standing: 'good' });
    expect(of('northwind-groups')).toMatchObject({ standing: 'bad' });
    expect(of('northwind-voice', 'northwind-groups')).toMatchObject({
      standing: 'warning',
      reason: 'several_profiles',
    });
  });
  test('without the profiles, or without what the resource offers, nothing is said', () => {
    expect(permissions(sampleRead, { ...sampleDeployment, profiles: undefined })).toMatchObject({
      standing: 'unknown',
      reason: 'profiles_unread',
    });
    const resourcesUnread = new Map([[resources.graph, { state: 'unread', reason: 'unreachable' } as const]]);
    expect(permissions({ ...sampleRead, resources: resourcesUnread })).toMatchObject({ reason: 'resource_unread' });
  });
});

describe('the credential', () => {
  const secrets = (...ends: readonly string[]) =>
    consent({ passwordCredentials: ends.map((endDateTime) => ({ endDateTime })) });
  const credential = (read: ReadRegistrations, deployment = sampleDeployment) => {
    const { standing, reason } = findingsOf(read, deployment).find(({ check }) => check === 'credential')!;
    return [standing, reason];
  };
  const day = (expiresAt: string) =>
    configured({ consentCredential: { kind: 'secret', secret: new Secret('canary'), expiresAt } });

  test.each([
    [['2027-06-30T00:00:00Z'], ['good', null]],
    [['2026-12-26T12:00:00Z'], ['warning', 'credential_ends_soon']],
    [['2026-11-26T12:00:00Z'], ['bad', 'credential_ended']],
    [['never'], ['bad', 'credential_ended']],
    [[], ['bad', 'credential_gone']],
    [
      ['2027-06-30T00:00:00Z', '2028-06-30T00:00:00Z'],
      ['good', null],
    ],
    [
      ['2027-06-30T00:00:00Z', '2026-11-01T00:00:00Z'],
      ['unknown', 'which_secret'],
    ],
  ])('secrets that end %j: %j', (ends, expected) => {
    expect(credential(secrets(...ends))).toEqual(expected);
  });

  test('a day that was named tells which is ours; one that no secret has is bad', () => {
    const both = secrets('2027-06-30T09:30:00Z', '2026-11-01T00:00:00Z');
    expect(credential(both, day('2027-06-30T00:00:00.000Z'))).toEqual(['good', null]);
    expect(credential(both, day('2026-11-01T00:00:00.000Z'))).toEqual(['bad', 'credential_ended']);
    expect(credential(both, day('2027-07-01T00:00:00.000Z'))).toEqual(['bad', 'credential_gone']);
  });

  test('a certificate is known by itself, and by its last second where only that is given', () => {
    const ours = configured({ consentCredential: sampleCertificate });
    expect(credential(sampleRead, ours)).toEqual(['good', null]);
    const other = Buffer.from('another').toString('base64');
    const keyed = (key: string | null, endDateTime: string) => consent({ keyCredentials: [{ key, endDateTime }] });
    expect(credential(keyed(other, sampleCertificate.expiresAt), ours)).toEqual(['bad', 'credential_gone']);
    expect(credential(keyed(null, '2027-06-30T08:15:42Z'), ours)).toEqual(['good', null]);
    expect(credential(keyed(null, '2027-06-30T08:15:43Z'), ours)).toEqual(['bad', 'credential_gone']);
    expect(credential(consent({ keyCredentials: null }), ours)).toEqual(['unknown', 'malformed']);
  });
});

test('no secret and no key is in a finding, and every command quotes what it was given', () => {
  const harmed = consent({ web: { redirectUris: ["https://x.example/'; rm -rf ~'"] } });
  const findings = JSON.stringify(findingsOf(harmed, configured({ consentCredential: sampleCertificate })));
  expect(findings).not.toContain('canary');
  expect(findings).toContain(JSON.stringify(String.raw`https://x.example/'\''; rm -rf ~'\''`).slice(1, -1));
});
