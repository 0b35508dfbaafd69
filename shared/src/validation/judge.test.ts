import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPermissions, type GrantedPermission } from '../permissions/check.ts';
import { resources } from '../permissions/profile.ts';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import { defaultJudgeSettings, judge } from './judge.ts';
import type { Observations, TokenObservation } from './observation.ts';
import { Verdict } from './verdict.ts';

const pinned = '7c1a2b3c-0000-4000-8000-00000000a001';
const foreign = '7c1a2b3c-0000-4000-8000-00000000dead';
const changed = '2026-11-02T09:00:00.000Z';
const at = '2026-11-02T09:01:00.000Z';
const muchLater = '2026-11-02T12:00:00.000Z';
const before = '2026-11-02T08:00:00.000Z';

const grant = (value: string, change: Partial<GrantedPermission> = {}): GrantedPermission => ({
  resourceAppId: resources.graph,
  kind: 'delegated',
  value,
  reach: 'tenant',
  principalId: null,
  enabled: true,
  ...change,
});
const everything = profile.permissions.map(({ value }) => grant(value));

const issued: Extract<TokenObservation, { state: 'issued' }> = {
  state: 'issued',
  receivedAt: at,
  issuedAt: at,
  tenantId: pinned,
  requestId: 'token-request',
};
const proved: Observations = {
  at,
  pinnedTenantId: pinned,
  consentChangedAt: changed,
  token: issued,
  organization: { state: 'read', tenantId: pinned, displayName: 'Contoso', requestId: 'organization-request' },
  registration: {
    state: 'read',
    objectId: 'object',
    enabled: true,
    disabledByMicrosoft: null,
    requestId: 'registration-request',
  },
  grants: { state: 'read', granted: everything, requestId: 'grants-request' },
};
const refused = (status: number) => ({ state: 'refused', status, code: 'Denied', requestId: 'r' }) as const;
const unreachable = (status: number | null) =>
  ({ state: 'unreachable', status, retryAfterSeconds: null, requestId: null }) as const;
const notTried = { state: 'not_tried', because: 'no_answer_before' } as const;
const tokenRefused = (error: string, aadsts: number | null, suberror: string | null = null): TokenObservation => ({
  state: 'refused',
  error,
  suberror,
  aadsts,
  correlationId: 'c',
  requestId: 'r',
});
const granting = (granted: readonly GrantedPermission[]): Observations['grants'] => ({
  state: 'read',
  granted,
  requestId: null,
});

test('everything proved is working, by a probe, and nobody must act', () => {
  expect(judge(proved, profile)).toMatchInlineSnapshot(`
    {
      "at": "2026-11-02T09:01:00.000Z",
      "cause": "all_proved",
      "checks": [
        {
          "about": [],
          "id": "token",
          "result": "passed",
        },
        {
          "about": [
            "7c1a2b3c-0000-4000-8000-00000000a001",
          ],
          "id": "tenant",
          "result": "passed",
        },
        {
          "about": [],
          "id": "registration",
          "result": "passed",
        },
        {
          "about": [],
          "id": "permissions",
          "result": "passed",
        },
        {
          "about": [],
          "id": "surplus",
          "result": "passed",
        },
        {
          "about": [
            "Contoso",
          ],
          "id": "live_read",
          "result": "passed",
        },
      ],
      "code": null,
      "correlationId": null,
      "evidence": "probe",
      "owner": "nobody",
      "requestId": "organization-request",
      "settlingUntil": null,
      "validUntil": "2026-11-03T21:01:00.000Z",
      "verdict": "working",
    }
  `);
});

/** Each takes one proof away, or contradicts it. `late` is the verdict once the consent is no longer young. */
const lies: readonly (readonly [string, Partial<Observations>, string, string, string])[] = [
  ['a token out of a cache', { token: { ...issued, receivedAt: null } }, 'settling', 'unknown', 'token_not_fresh'],
  [
    'a token minted before the consent',
    { token: { ...issued, issuedAt: before } },
    'settling',
    'unknown',
    'token_not_fresh',
  ],
  [
    'a token that came before the consent',
    { token: { ...issued, receivedAt: before } },
    'settling',
    'unknown',
    'token_not_fresh',
  ],
  [
    'a token whose time cannot be read',
    { token: { ...issued, receivedAt: 'yesterday' } },
    'settling',
    'unknown',
    'token_not_fresh',
  ],
  [
    'a token whose iat cannot be read as a time',
    { token: { ...issued, issuedAt: 'yesterday' } },
    'settling',
    'unknown',
    'token_not_fresh',
  ],
  [
    'a token of another tenant',
    { token: { ...issued, tenantId: foreign } },
    'action_needed',
    'action_needed',
    'tenant_mismatch',
  ],
  [
    'another tenant’s organization',
    { organization: { ...proved.organization, tenantId: foreign } as Observations['organization'] },
    'action_needed',
    'action_needed',
    'tenant_mismatch',
  ],
  ['an organization nobody asked for', { organization: notTried }, 'unknown', 'unknown', 'organization_unreadable'],
  [
    'an organization that was refused',
    { organization: refused(403) },
    'settling',
    'unknown',
    'organization_unreadable',
  ],
  [
    'an organization answer that makes no sense',
    { organization: refused(200) },
    'unknown',
    'unknown',
    'organization_unreadable',
  ],
  [
    'an organization that did not answer',
    { organization: unreachable(null) },
    'unreachable',
    'unreachable',
    'no_network',
  ],
  ['an organization that throttles', { organization: unreachable(429) }, 'unreachable', 'unreachable', 'throttled'],
  ['a registration nobody asked for', { registration: notTried }, 'unknown', 'unknown', 'grants_unreadable'],
  [
    'a registration that is not there',
    { registration: { state: 'absent', requestId: null } },
    'settling',
    'action_needed',
    'registration_absent',
  ],
  [
    'a registration that is switched off',
    { registration: { ...proved.registration, enabled: false } as Observations['registration'] },
    'action_needed',
    'action_needed',
    'registration_disabled',
  ],
  [
    'a registration that Microsoft disabled',
    {
      registration: {
        ...proved.registration,
        disabledByMicrosoft: 'DisabledDueToViolationOfServicesAgreement',
      } as Observations['registration'],
    },
    'blocked',
    'blocked',
    'registration_blocked_by_microsoft',
  ],
  ['a registration that was refused', { registration: refused(403) }, 'settling', 'unknown', 'grants_unreadable'],
  [
    'a registration that did not answer',
    { registration: unreachable(503) },
    'unreachable',
    'unreachable',
    'no_network',
  ],
  ['grants nobody asked for', { grants: notTried }, 'unknown', 'unknown', 'grants_unreadable'],
  ['grants that were refused', { grants: refused(403) }, 'settling', 'unknown', 'grants_unreadable'],
  ['grants that did not answer', { grants: unreachable(null) }, 'unreachable', 'unreachable', 'no_network'],
  ['no grants at all', { grants: granting([]) }, 'settling', 'action_needed', 'permission_missing'],
  ['one grant missing', { grants: granting(everything.slice(1)) }, 'settling', 'action_needed', 'permission_missing'],
  [
    'the box not ticked',
    { grants: granting(everything.map((one) => ({ ...one, reach: 'one_person', principalId: 'megan' }))) },
    'action_needed',
    'action_needed',
    'permission_one_person',
  ],
  [
    'one grant for one person only',
    { grants: granting([{ ...everything[0]!, reach: 'one_person', principalId: 'megan' }, ...everything.slice(1)]) },
    'action_needed',
    'action_needed',
    'permission_one_person',
  ],
  [
    'one permission switched off',
    { grants: granting([{ ...everything[0]!, enabled: false }, ...everything.slice(1)]) },
    'action_needed',
    'action_needed',
    'permission_disabled',
  ],
  [
    'the right scopes of another resource',
    { grants: granting(everything.map((one) => ({ ...one, resourceAppId: resources.teamsAdmin }))) },
    'settling',
    'action_needed',
    'permission_missing',
  ],
  [
    'more than was asked for',
    { grants: granting([...everything, grant('Mail.ReadWrite')]) },
    'degraded',
    'degraded',
    'permission_surplus',
  ],
  [
    'no token, and nothing asked',
    { token: unreachable(null), organization: notTried, registration: notTried, grants: notTried },
    'unreachable',
    'unreachable',
    'no_network',
  ],
];

describe.each(lies)('%s', (_, change, young, late, cause) => {
  test('while the consent is young', () => {
    expect(judge({ ...proved, ...change }, profile)).toMatchObject({
      verdict: young,
      cause: young === 'settling' ? 'propagation' : cause,
    });
  });

  test('later', () => {
    const token = change.token ?? { ...issued, receivedAt: muchLater, issuedAt: muchLater };
    expect(judge({ ...proved, ...change, token, at: muchLater }, profile)).toMatchObject({ verdict: late, cause });
  });
});

const nothing = { organization: notTried, registration: notTried, grants: notTried } as const;
test.each([
  [tokenRefused('invalid_grant', 65001), 'action_needed', 'consent_missing', 'customer'],
  [tokenRefused('invalid_grant', null, 'consent_required'), 'action_needed', 'consent_missing', 'customer'],
  [tokenRefused('invalid_grant', 50076), 'action_needed', 'mfa_required', 'customer'],
  [tokenRefused('interaction_required', 53003), 'blocked', 'conditional_access', 'customer'],
  [tokenRefused('invalid_grant', 50173), 'action_needed', 'sign_in_again', 'customer'],
  [tokenRefused('invalid_grant', 700082), 'action_needed', 'sign_in_again', 'customer'],
  [tokenRefused('invalid_grant', 50057), 'action_needed', 'account_disabled', 'customer'],
  [tokenRefused('unauthorized_client', 700016), 'action_needed', 'registration_absent', 'customer'],
  [tokenRefused('unauthorized_client', 7000112), 'action_needed', 'registration_disabled', 'customer'],
  [tokenRefused('invalid_client', 7000222), 'action_needed', 'provider_credential', 'provider'],
  [tokenRefused('temporarily_unavailable', 90033), 'unreachable', 'no_network', 'microsoft'],
  [tokenRefused('something_new', 99999), 'unknown', 'token_refused', 'provider'],
  [tokenRefused('constructor', null), 'unknown', 'token_refused', 'provider'],
  [tokenRefused('__proto__', null), 'unknown', 'token_refused', 'provider'],
  [tokenRefused('toString', null, 'valueOf'), 'unknown', 'token_refused', 'provider'],
] as const)('a token refused with %o', (token, verdict, cause, owner) => {
  expect(judge({ ...proved, ...nothing, token, at: muchLater }, profile)).toMatchObject({ verdict, cause, owner });
});

test('a refusal that replication explains is too early to judge, until the window closes', () => {
  const token = tokenRefused('unauthorized_client', 700016);
  expect(judge({ ...proved, ...nothing, token }, profile)).toMatchObject({
    verdict: 'settling',
    owner: 'microsoft',
    settlingUntil: '2026-11-02T09:15:00.000Z',
  });
  const closed = { ...proved, ...nothing, token, at: '2026-11-02T09:15:00.000Z' };
  expect(judge(closed, profile)).toMatchObject({ verdict: 'action_needed', settlingUntil: null });
});

test('without a consent change that we saw there is nothing to settle', () => {
  expect(judge({ ...proved, consentChangedAt: null, grants: granting([]) }, profile).verdict).toBe('action_needed');
});

test('when several things are wrong the gravest is told', () => {
  const seen: Observations = {
    ...proved,
    organization: unreachable(null),
    registration: { ...proved.registration, disabledByMicrosoft: 'x' } as Observations['registration'],
    grants: granting([]),
  };
  expect(judge(seen, profile).verdict).toBe('blocked');
});

const instant = fc.constantFrom(before, changed, at, muchLater, 'not a time');
const tenant = fc.constantFrom(pinned, pinned.toUpperCase(), foreign);
const requestId = fc.constantFrom(null, 'r');
const anyRefused = fc.record({
  state: fc.constant('refused' as const),
  status: fc.integer({ min: 200, max: 599 }),
  code: fc.string(),
  requestId,
});
const anyUnreachable = fc.record({
  state: fc.constant('unreachable' as const),
  status: fc.constantFrom(null, 429, 500, 503),
  retryAfterSeconds: fc.constantFrom(null, 30),
  requestId,
});
const anyNotTried = fc.constant(notTried);
const anyError = fc.oneof(
  fc.string(),
  fc.constantFrom('invalid_grant', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'server_error'),
);
const anyToken: fc.Arbitrary<TokenObservation> = fc.oneof(
  {
    arbitrary: fc.record({
      state: fc.constant('issued' as const),
      receivedAt: fc.option(instant),
      issuedAt: fc.option(instant),
      tenantId: fc.option(tenant),
      requestId,
    }),
    weight: 4,
  },
  fc.record({
    state: fc.constant('refused' as const),
    error: anyError,
    suberror: fc.option(anyError),
    aadsts: fc.option(fc.oneof(fc.integer(), fc.constantFrom(65001, 700016, 53003))),
    correlationId: fc.constantFrom(null, 'c'),
    requestId,
  }),
  anyUnreachable,
);
const anyGrant: fc.Arbitrary<GrantedPermission> = fc.record({
  resourceAppId: fc.constantFrom(resources.graph, resources.teamsAdmin),
  kind: fc.constantFrom('delegated', 'delegated', 'application'),
  value: fc.constantFrom(...profile.permissions.map(({ value }) => value), 'Mail.Read', 'openid'),
  reach: fc.constantFrom('tenant', 'tenant', 'one_person'),
  principalId: fc.constantFrom(null, 'megan'),
  enabled: fc.constantFrom(true, true, false),
});
const anyGranted = fc.oneof(
  fc.array(anyGrant, { maxLength: 10 }),
  fc.array(anyGrant, { maxLength: 2 }).map((more) => [...everything, ...more]),
  fc.constant(everything),
);
const anySeen: fc.Arbitrary<Observations> = fc.record({
  at: fc.constantFrom(at, muchLater),
  pinnedTenantId: fc.constant(pinned),
  consentChangedAt: fc.option(instant),
  token: anyToken,
  organization: fc.oneof(
    {
      arbitrary: fc.record({
        state: fc.constant('read' as const),
        tenantId: tenant,
        displayName: fc.string(),
        requestId,
      }),
      weight: 4,
    },
    anyRefused,
    anyUnreachable,
    anyNotTried,
  ),
  registration: fc.oneof(
    {
      arbitrary: fc.record({
        state: fc.constant('read' as const),
        objectId: fc.string(),
        enabled: fc.boolean(),
        disabledByMicrosoft: fc.constantFrom(null, null, 'Disabled'),
        requestId,
      }),
      weight: 4,
    },
    fc.record({ state: fc.constant('absent' as const), requestId }),
    anyRefused,
    anyUnreachable,
    anyNotTried,
  ),
  grants: fc.oneof(
    { arbitrary: fc.record({ state: fc.constant('read' as const), granted: anyGranted, requestId }), weight: 4 },
    anyRefused,
    anyUnreachable,
    anyNotTried,
  ),
});

/** The proof, said once more without the rules that are tested: product, "Verdicts of a connection". */
function isProved({ token, organization, registration, grants, consentChangedAt }: Observations): boolean {
  if (token.state !== 'issued' || organization.state !== 'read') return false;
  if (registration.state !== 'read' || grants.state !== 'read') return false;
  if (token.receivedAt === null) return false;
  const newest = consentChangedAt === null ? -Infinity : Date.parse(consentChangedAt);
  const isFresh =
    consentChangedAt === null ||
    (Date.parse(token.receivedAt) >= newest &&
      (token.issuedAt === null || Date.parse(token.issuedAt) >= newest - 2 * 60_000));
  return (
    isFresh &&
    organization.tenantId.toLowerCase() === pinned &&
    (token.tenantId === null || token.tenantId.toLowerCase() === pinned) &&
    registration.enabled &&
    registration.disabledByMicrosoft === null &&
    checkPermissions(profile, grants.granted)
      .filter(({ required }) => required)
      .every(({ finding }) => finding === 'granted')
  );
}

describe('whatever was observed', () => {
  test('working and degraded imply every proof', () => {
    let green = 0;
    fc.assert(
      fc.property(anySeen, (seen) => {
        const { verdict, evidence, checks } = judge(seen, profile);
        if (verdict !== 'working' && verdict !== 'degraded') return;
        green += 1;
        expect(isProved(seen)).toBe(true);
        expect(evidence).toBe('probe');
        const passed = checks.filter(({ result }) => result === 'passed').map(({ id }) => id);
        expect(passed).toEqual(expect.arrayContaining(['token', 'tenant', 'registration', 'permissions', 'live_read']));
      }),
      { numRuns: 20_000 },
    );
    // The property would hold of a judge that never says yes.
    expect(green).toBeGreaterThan(50);
  });

  test('every proof, and nothing beyond what was asked, is working', () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        if (!isProved(seen) || seen.grants.state !== 'read') return;
        const surplus = checkPermissions(profile, seen.grants.granted).some(({ finding }) => finding === 'surplus');
        expect(judge(seen, profile).verdict).toBe(surplus ? 'degraded' : 'working');
      }),
      { numRuns: 5000 },
    );
  });

  test('a verdict is of the shape that is sent, and says until when it may be believed', () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        const verdict = judge(seen, profile);
        expect(Verdict.safeParse(verdict).success).toBe(true);
        expect(Date.parse(verdict.validUntil) - Date.parse(seen.at)).toBe(defaultJudgeSettings.validMs);
      }),
    );
  });

  test('settling ends: no verdict settles past its window', () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        const { verdict, settlingUntil } = judge(seen, profile);
        expect(settlingUntil !== null).toBe(verdict === 'settling');
        if (settlingUntil !== null) expect(Date.parse(seen.at)).toBeLessThan(Date.parse(settlingUntil));
      }),
    );
  });
});
