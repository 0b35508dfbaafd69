import { resources, type PermissionProfile } from '@latchkey/shared/permissions/profile';
import { describe, expect, test } from 'vitest';
import type { TokenAnswer } from '../consent/sign-in.ts';
import { Secret } from '../sealing/secret.ts';
import { fakeNetwork, sampleCloud } from './microsoft-samples.ts';
import { readTeamsAdmin } from './teams-admin.ts';
import { tenantId } from './tenant-state-samples.ts';

const { teamsAdmin: appId } = resources;
const profile = (required: boolean): PermissionProfile => ({
  id: 'teams',
  version: 1,
  permissions: [{ resourceAppId: appId, kind: 'delegated', value: 'user_impersonation', required }],
});
const issued: TokenAnswer = {
  observation: {
    state: 'issued',
    receivedAt: '2026-11-02T09:00:00.000Z',
    issuedAt: null,
    tenantId,
    permissions: ['user_impersonation'],
    requestId: 'token-1',
  },
  tokens: { access: new Secret('token-for-teams'), id: new Secret('id'), refresh: undefined },
  upstream: [{ what: 'token: refresh_token', requestId: 'token-1', status: 200 }],
};
const refused: TokenAnswer = {
  observation: { state: 'refused', error: 'e', suberror: null, aadsts: 650052, correlationId: null, requestId: null },
  tokens: undefined,
  upstream: issued.upstream,
};

interface Change {
  readonly answer?: () => Response;
  readonly token?: TokenAnswer;
  readonly standing?: 'enabled' | 'disabled' | 'absent';
  readonly required?: boolean;
  readonly cloud?: typeof sampleCloud;
}

async function run({
  answer,
  token = issued,
  standing = 'enabled',
  required = true,
  cloud = sampleCloud,
}: Change = {}) {
  const network = fakeNetwork(answer ?? (() => Response.json({ TelephoneNumbers: [] })));
  const askedFor: string[] = [];
  const tokenFor = (resource: string) => {
    askedFor.push(resource);
    return Promise.resolve(token);
  };
  const state = await readTeamsAdmin(
    { cloud, teamsAdminFetch: network.teamsAdmin, now: () => new Date('2026-11-02T09:00:00.000Z') },
    { tenantId, profile: profile(required), as: 'account', tokenFor },
    { state: 'read', resources: [{ appId, standing }], requestId: null },
  );
  return { state, askedFor, sent: network.sent };
}

describe('the Teams administration API', () => {
  test('is read by a token of its own, in the pinned tenant; both calls are in the record', async () => {
    const headers = { 'x-ms-request-id': 'read-1' };
    const { state, askedFor, sent } = await run({ answer: () => Response.json({ TelephoneNumbers: [] }, { headers }) });
    expect(state).toEqual({
      teamsAdminToken: issued.observation,
      teamsAdmin: { state: 'read', requestId: 'read-1' },
      calls: [...issued.upstream, { what: 'teams admin: telephone-numbers', requestId: 'read-1', status: 200 }],
    });
    expect(askedFor).toEqual([appId]);
    expect(sent.map(({ address, authorization }) => [address, authorization])).toEqual([
      [
        `http://127.0.0.1:3/Skype.TelephoneNumberMgmt/Tenants/${tenantId}/telephone-numbers?skip=0&top=1&locale=en-US`,
        'Bearer token-for-teams',
      ],
    ]);
  });

  test.each([
    ['403', () => Response.json({ message: 'no' }, { status: 403 }), { state: 'refused', status: 403 }],
    ['429', () => new Response('', { status: 429, headers: { 'retry-after': '9' } }), { retryAfterSeconds: 9 }],
    ['a page', () => new Response('<!doctype html>'), { state: 'refused', code: 'answer_malformed' }],
    ['Graph’s shape', () => Response.json({ value: [] }), { state: 'refused', code: 'answer_malformed' }],
    [
      'no answer',
      () => {
        throw new TypeError('fetch failed');
      },
      { state: 'unreachable', status: null },
    ],
  ] as const)('that answers %s was not read', async (_, answer, expected) => {
    expect((await run({ answer })).state.teamsAdmin).toMatchObject(expected);
  });

  test('is not called where its token was refused', async () => {
    const { state, sent } = await run({ token: refused });
    expect(state).toMatchObject({ teamsAdminToken: { aadsts: 650052 }, teamsAdmin: { because: 'no_token' } });
    expect(sent).toEqual([]);
  });

  test.each(['disabled', 'absent'] as const)('is not asked, and no token for it, where it is %s', async (standing) => {
    const { state, askedFor, sent } = await run({ standing });
    expect(state).toMatchObject({
      teamsAdminToken: { state: 'not_tried' },
      teamsAdmin: { state: 'not_tried' },
      calls: [],
    });
    expect([askedFor, sent]).toEqual([[], []]);
  });

  test.each([
    ['the profile does not require it', { required: false }],
    ['the cloud has none', { cloud: { ...sampleCloud, teamsAdmin: undefined } }],
  ])('costs nothing where %s', async (_, change) => {
    const { state, askedFor, sent } = await run(change);
    expect(state).toMatchObject({ teamsAdminToken: { state: 'not_needed' }, teamsAdmin: { state: 'not_needed' } });
    expect([askedFor, sent]).toEqual([[], []]);
  });
});
