import { describe, expect, test } from 'vitest';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import { judge } from './judge.ts';
import {
  before,
  everything,
  foreign,
  granting,
  issued,
  nothing,
  notTried,
  pinned,
  proved,
  refused,
  tokenRefused,
  unreachable,
} from './observation-samples.ts';
import type { Observations } from './observation.ts';
import type { Check } from './verdict.ts';

const judged = (change: Partial<Observations>) => judge({ ...proved, ...change }, profile);
const registration = (change: object) => ({
  registration: { ...proved.registration, ...change } as Observations['registration'],
});
const organization = (change: object) => ({
  organization: { ...proved.organization, ...change } as Observations['organization'],
});

const rows: readonly (readonly [Check['id'], Partial<Observations>, Check['result'], readonly string[]])[] = [
  ['token', { token: unreachable(null) }, 'unknown', []],
  ['token', { token: tokenRefused('invalid_grant', 50173) }, 'failed', ['AADSTS50173']],
  ['token', { token: tokenRefused('invalid_grant', null) }, 'failed', ['invalid_grant']],
  ['token', { token: { ...issued, receivedAt: null } }, 'warning', []],
  ['token', {}, 'passed', []],
  ['tenant', { token: unreachable(null), organization: notTried }, 'not_tried', []],
  ['tenant', { token: { ...issued, tenantId: null }, organization: notTried }, 'not_tried', []],
  ['tenant', { organization: notTried }, 'unknown', [pinned]],
  ['tenant', { token: { ...issued, tenantId: null } }, 'passed', [pinned]],
  ['tenant', { token: { ...issued, tenantId: pinned.toUpperCase() } }, 'passed', [pinned]],
  ['tenant', { pinnedTenantId: pinned.toUpperCase() }, 'passed', [pinned.toUpperCase()]],
  ['tenant', { token: { ...issued, tenantId: foreign } }, 'failed', [foreign]],
  ['tenant', organization({ tenantId: foreign }), 'failed', [foreign]],
  ['registration', { registration: notTried }, 'not_tried', []],
  ['registration', { registration: { state: 'absent', requestId: null } }, 'failed', []],
  ['registration', { registration: refused(403) }, 'unknown', []],
  ['registration', { registration: unreachable(503) }, 'unknown', []],
  ['registration', registration({ enabled: false }), 'failed', []],
  ['registration', registration({ disabledByMicrosoft: 'x' }), 'failed', []],
  ['registration', {}, 'passed', []],
  ['permissions', { grants: notTried }, 'not_tried', []],
  ['permissions', { grants: granting(everything.slice(1)) }, 'failed', ['offline_access']],
  ['permissions', {}, 'passed', []],
  ['surplus', { grants: refused(403) }, 'not_tried', []],
  ['surplus', {}, 'passed', []],
  ['live_read', { organization: notTried }, 'not_tried', []],
  ['live_read', { organization: unreachable(null) }, 'unknown', []],
  ['live_read', { organization: refused(403) }, 'failed', ['Denied']],
  ['live_read', {}, 'passed', ['Contoso']],
  ['live_read', organization({ tenantId: pinned.toUpperCase() }), 'passed', ['Contoso']],
  ['live_read', organization({ tenantId: foreign }), 'failed', ['Contoso']],
];

test.each(rows)('the check %s of %o is %s, about %j', (id, change, result, about) => {
  expect(judged(change).checks.filter((one) => one.id === id)).toEqual([{ id, result, about }]);
});

test('the checks are always the same, in the same order', () => {
  const order = judged({}).checks.map(({ id }) => id);
  expect(new Set(order).size).toBe(order.length);
  expect(judged({ token: unreachable(null), ...nothing }).checks.map(({ id }) => id)).toEqual(order);
});

describe('Microsoft’s own ids', () => {
  const ids = (change: Partial<Observations>) => {
    const { code, correlationId, requestId } = judged(change);
    return [code, correlationId, requestId];
  };

  test('are those of the refusal: the token’s, with its correlation id', () => {
    expect(ids({ token: tokenRefused('invalid_grant', 50173), ...nothing })).toEqual(['AADSTS50173', 'c', 'r']);
    expect(ids({ token: tokenRefused('invalid_grant', null), ...nothing })).toEqual(['invalid_grant', 'c', 'r']);
  });

  test.each(['grants', 'organization', 'registration', 'resources', 'roles', 'users', 'teams'] as const)(
    'are those of the call that was refused: %s',
    (call) => {
      expect(ids({ [call]: { ...refused(403), code: `Denied_${call}`, requestId: `of-${call}` } })).toEqual([
        `Denied_${call}`,
        null,
        `of-${call}`,
      ]);
    },
  );

  test('are those of any call where nothing was refused, the live read’s first', () => {
    expect(ids({})).toEqual([null, null, 'organization-request']);
    expect(ids(organization({ requestId: null }))).toEqual([null, null, 'grants-request']);
    expect(ids({ token: unreachable(null), ...nothing })).toEqual([null, null, null]);
    expect(ids({ ...nothing })).toEqual([null, null, 'token-request']);
  });
});

describe('the evidence is the rung that this run reached', () => {
  test.each([
    ['none', { token: unreachable(null), ...nothing }],
    ['none', { token: tokenRefused('invalid_grant', 50173), ...nothing }],
    ['token', { grants: refused(400) }],
    ['token', registration({ enabled: false })],
    ['grants', { organization: refused(400) }],
    ['grants', { grants: granting([{ ...everything[0]!, reach: 'one_person' as const }, ...everything.slice(1)]) }],
    ['probe', {}],
  ] as const)('%s', (evidence, change) => {
    expect(judged(change).evidence).toBe(evidence);
  });
});

describe('who must act', () => {
  test.each([
    [{ token: unreachable(null), ...nothing }, 'unreachable', 'nobody'],
    [{ token: unreachable(503), ...nothing }, 'unreachable', 'microsoft'],
    [{ token: unreachable(429), ...nothing }, 'unreachable', 'microsoft'],
    [{ token: { ...issued, issuedAt: before } }, 'settling', 'microsoft'],
    [{ registration: notTried }, 'unknown', 'provider'],
    [{ grants: notTried }, 'unknown', 'provider'],
    [{ organization: notTried }, 'unknown', 'provider'],
    [{ registration: refused(400) }, 'unknown', 'customer'],
    [{ grants: refused(400) }, 'unknown', 'customer'],
    [{ organization: refused(400) }, 'unknown', 'customer'],
    [registration({ enabled: false }), 'action_needed', 'customer'],
    [registration({ disabledByMicrosoft: 'x' }), 'blocked', 'microsoft'],
    [
      { grants: granting([{ ...everything[0]!, enabled: false }, ...everything.slice(1)]) },
      'action_needed',
      'microsoft',
    ],
    [organization({ tenantId: foreign }), 'action_needed', 'provider'],
    [{ grants: granting([...everything, { ...everything[0]!, value: 'Mail.Read' }]) }, 'degraded', 'customer'],
  ] as const)('%o: %s, %s', (change, verdict, owner) => {
    expect(judged(change as Partial<Observations>)).toMatchObject({ verdict, owner });
  });
});

describe('too early to say', () => {
  test.each([401, 403, 404])('a %i of each call, while the consent is young', (status) => {
    for (const call of ['registration', 'grants', 'organization', 'resources', 'roles', 'users', 'teams'])
      expect(judged({ [call]: refused(status) })).toMatchObject({
        verdict: 'settling',
        cause: 'propagation',
        owner: 'microsoft',
      });
  });

  test.each([400, 405, 409])('never a %i', (status) => {
    for (const call of ['registration', 'grants', 'organization', 'resources', 'roles', 'users', 'teams'])
      expect(judged({ [call]: refused(status) }).verdict).toBe('unknown');
  });
});
