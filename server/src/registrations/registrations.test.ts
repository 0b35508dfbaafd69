import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegistrationsView } from '@latchkey/shared/api/registrations';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../sandbox/testing/practice.ts';
import { runDoctor } from '../doctor.ts';
import type { Caller } from '../testing/caller.ts';
import { startLine, type Line } from '../testing/line.ts';

/* The three registrations, as the practice tenant's Graph shows them to the consent app. */

const extensionId = 'abcdefghijklmnopabcdefghijklmnop';
let line: Line;
let admin: Caller;
beforeAll(async () => {
  line = await startLine({ extensionOrigins: [`chrome-extension://${extensionId}`] });
  admin = await line.as('Admin');
});
afterAll(() => line.stop());
beforeEach(async () => {
  await fetch(`${line.practice.oracle}/reset`, { method: 'POST' });
});

const check = async (): Promise<RegistrationsView> => {
  const { status, body } = await admin<RegistrationsView>('POST', '/v1/registrations/check', {});
  expect(status).toBe(200);
  return body;
};
const shown = ({ findings }: RegistrationsView) =>
  findings
    .filter(({ standing }) => standing !== 'good')
    .map(({ registration, check: what, standing, reason }) =>
      [registration, what, standing, ...(reason === null ? [] : [reason])].join(' '),
    );

/** Another application than the one that was asked for. */
const stranger = { appId: '7c1a2b3c-0000-4000-8000-00000000ffff', appRoles: [], oauth2PermissionScopes: [] };

/** No publisher is verified in the practice tenant, and Microsoft's page there says so. */
const unverified = 'consent publisher warning';

test('registrations that are as docs/setup.md makes them are good, each by what was read', async () => {
  const view = await check();
  expect(shown(view)).toEqual([unverified]);
  expect(view.findings.filter(({ standing, found }) => standing === 'good' && found === null)).toEqual([]);
  expect(view.registrations).toEqual([
    { name: 'api', clientId: line.practice.situation.registrations.api.clientId, redirectUris: [] },
    {
      name: 'extension',
      clientId: line.practice.situation.registrations.extension.clientId,
      redirectUris: line.practice.situation.registrations.extension.redirectUris,
    },
    {
      name: 'consent',
      clientId: line.practice.situation.registrations.consent.clientId,
      redirectUris: line.practice.situation.registrations.consent.redirectUris,
    },
  ]);
});

test.each([
  ['api tokens of version 1', ['api token_version bad']],
  ['api without its address', ['api identifier_uri bad']],
  ['api without its scope', ['api scope bad', 'extension asks_for_api bad']],
  ['api without its roles', ['api roles bad']],
  ['extension sent elsewhere', ['extension redirects bad']],
  ['extension asks for nothing', ['extension asks_for_api bad']],
  ['extension has a secret', ['extension no_secret bad']],
  ['consent of one tenant', ['consent audience bad']],
  ['consent sent elsewhere', ['consent redirects bad']],
  ['consent without role claims', ['consent role_claims bad']],
  ['consent asks for too much', ['consent permissions bad']],
  ['consent asks for too little', ['consent permissions bad']],
  ['consent secret ends soon', ['consent credential warning credential_ends_soon']],
])('%s: %j, and nothing else', async (harm, expected) => {
  await line.fault({ registrations: [harm] });
  const view = await check();
  expect(shown(view).filter((one) => one !== unverified)).toEqual(expected);
  const bad = view.findings.filter(({ standing }) => standing === 'bad');
  // What cannot be written without the rest of a list is mended by hand; everything else has its command.
  expect(bad.filter(({ mend }) => mend === null).map(({ check: what }) => what)).toEqual(
    harm === 'api without its scope' ? ['asks_for_api'] : [],
  );
});

test('a registration that is not there is bad; what stands in it, unknown; and of the others only what needs it', async () => {
  await line.fault({ registrations: ['api deleted'] });
  expect(shown(await check())).toEqual([
    'api registered bad not_found',
    ...['audience', 'token_version', 'identifier_uri', 'scope', 'roles'].map((what) => `api ${what} unknown not_found`),
    'extension asks_for_api unknown not_found',
    unverified,
  ]);
});

test('without the permission nothing is known, nothing is good, and the command that gives it stands there', async () => {
  await line.fault({ registrations: ['nobody may read them'] });
  const { findings } = await check();
  expect(new Set(findings.map(({ standing, reason }) => `${standing} ${reason}`))).toEqual(
    new Set(['unknown no_permission']),
  );
  expect(findings[0]?.mend).toContain('Application.Read.All');
});

test.each(['consent secret ended', 'consent secret gone'])('%s: Microsoft refuses it, which is bad', async (harm) => {
  await line.fault({ registrations: [harm] });
  const { findings } = await check();
  const credential = findings.filter(({ check: what }) => what === 'credential');
  expect(credential).toMatchObject([{ standing: 'bad', reason: 'credential_refused' }]);
  expect(findings.filter(({ standing }) => standing === 'good')).toEqual([]);
});

test.each([
  [{ graph: { status: 503, on: 'batch-item', times: 20 } }, 'unreachable'],
  [{ graph: { status: 429, retryAfter: 3, times: 1 } }, 'unreachable'],
  [{ graph: { status: 200, body: { value: [] }, times: 1 } }, 'malformed'],
  [{ graph: { status: 200, body: stranger, on: 'batch-item', times: 4 } }, 'malformed'],
  [{ token: { status: 503, body: {} } }, 'unreachable'],
])('%j is nobody’s good registration: %s', async (fault, reason) => {
  await line.fault(fault);
  const { findings } = await check();
  expect(new Set(findings.map((one) => `${one.standing} ${one.reason}`))).toEqual(new Set([`unknown ${reason}`]));
});

test.each(['Operator', 'Monitor'] as const)(
  'it is an Admin’s: %s is refused, and Microsoft is not asked',
  async (role) => {
    const call = await line.as(role);
    const before = (await line.requests()).length;
    expect((await call('POST', '/v1/registrations/check', {})).body['code']).toBe('role_insufficient');
    expect((await line.requests()).length).toBe(before);
  },
);

describe('on the command line', () => {
  const environment = (change: Record<string, string> = {}) => ({
    LATCHKEY_PUBLIC_URL: 'http://127.0.0.1:8787',
    LATCHKEY_DATA_DIR: temporaryFolder(),
    LATCHKEY_KEYS: '/nowhere/keys.json',
    LATCHKEY_CLOUDS: line.practice.cloudsFile,
    LATCHKEY_CLOUD: 'practice',
    LATCHKEY_PROVIDER_NAME: 'Northwind Voice',
    LATCHKEY_OPERATOR_TENANTS: line.practice.situation.provider.tenantId,
    LATCHKEY_API_CLIENT_ID: line.practice.situation.registrations.api.clientId,
    LATCHKEY_EXTENSION_CLIENT_ID: line.practice.situation.registrations.extension.clientId,
    LATCHKEY_EXTENSION_ORIGINS: `chrome-extension://${extensionId}`,
    LATCHKEY_CONSENT_CLIENT_ID: line.practice.situation.registrations.consent.clientId,
    LATCHKEY_CONSENT_SECRET_FILE: line.practice.situation.registrations.consent.secretFile,
    ...change,
  });
  const doctor = async (given: readonly string[] = [], change: Record<string, string> = {}) => {
    const lines: string[] = [];
    const write = (text: string) => void lines.push(text);
    const code = await runDoctor(given, { environment: environment(change), write, now: () => new Date() });
    return { code, printed: lines.join('') };
  };

  test('0 when nothing is bad or unknown, with a line for each finding and no secret', async () => {
    const { code, printed } = await doctor();
    expect(code).toBe(0);
    expect(printed).toContain('Good     API          Access tokens of version 2');
    expect(printed).toContain('17 good, 1 warning, 0 bad, 0 unknown');
    expect(printed).not.toContain(line.practice.secret.trim());
    expect(printed).not.toContain('hint');
  });

  test('1 when something is bad, with what is there and the command that mends it', async () => {
    await line.fault({ registrations: ['api tokens of version 1'] });
    const { code, printed } = await doctor();
    expect(code).toBe(1);
    expect(printed).toMatch(/Bad {6}API {10}Access tokens of version 2\n/);
    expect(printed).toContain(`"requestedAccessTokenVersion":2`);
  });

  test('2 when something is unknown, 2 when the configuration is not one, each with its sentence', async () => {
    await line.fault({ registrations: ['nobody may read them'] });
    expect((await doctor()).code).toBe(2);
    const broken = await doctor([], { LATCHKEY_API_CLIENT_ID: 'api' });
    expect(broken.code).toBe(2);
    expect(broken.printed).toMatch(/^LATCHKEY_API_CLIENT_ID is not usable/);
    const missing = await doctor(['--from', '/nowhere/api.json']);
    expect([missing.code, missing.printed]).toEqual([2, '/nowhere/api.json cannot be read.\n']);
  });

  test('files in place of Microsoft: nobody is asked, and what is in none of them is unknown', async () => {
    const { api } = line.practice.situation.registrations;
    const file = join(temporaryFolder(), 'api.json');
    writeFileSync(file, JSON.stringify({ appId: api.clientId, signInAudience: 'AzureADMyOrg' }));
    const before = (await line.requests()).length;
    const { code, printed } = await doctor(['--from', file]);
    expect((await line.requests()).length).toBe(before);
    expect(code).toBe(1);
    expect(printed).toContain('Good     API          Whose accounts may use it');
    expect(printed).toMatch(/Unknown {2}Consent app {2}It is in the tenant\n +It is in none of the files\./);
  });
});
