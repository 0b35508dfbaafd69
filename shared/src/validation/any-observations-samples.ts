import fc from 'fast-check';
import type { GrantedPermission } from '../permissions/check.ts';
import { directoryRoles } from '../permissions/directory-roles.ts';
import { resources } from '../permissions/profile.ts';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import { at, before, changed, everything, foreign, muchLater, notTried, pinned } from './observation-samples.ts';
import type { Observations, TokenObservation } from './observation.ts';

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
export const anyToken: fc.Arbitrary<TokenObservation> = fc.oneof(
  {
    arbitrary: fc.record({
      state: fc.constant('issued' as const),
      receivedAt: fc.option(instant),
      issuedAt: fc.option(instant),
      tenantId: fc.option(tenant),
      permissions: fc.option(
        fc.array(fc.constantFrom('Directory.Read.All', 'teamstelephonenumber.read.all', 'Mail.Read')),
      ),
      requestId,
    }),
    weight: 4,
  },
  fc.record({
    state: fc.constant('refused' as const),
    error: anyError,
    suberror: fc.option(anyError),
    aadsts: fc.option(fc.oneof(fc.integer(), fc.constantFrom(65001, 700016, 53003, 50105, 650052))),
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
/** What a run hopes for, eight times in nine; otherwise one of the ways in which it goes wrong. */
export const mostly = <Good>(good: fc.Arbitrary<Good>) =>
  fc.oneof({ arbitrary: good, weight: 24 }, anyRefused, anyUnreachable, anyNotTried);
const notNeeded = { state: 'not_needed' } as const;
const standing = fc.constantFrom('enabled', 'disabled', 'absent');
const anyRole = fc.constantFrom<string>(...Object.values(directoryRoles));
const far = '2028-11-02T09:00:00.000Z';

/** Whatever a run could see, honest or not: often enough all of it good. */
export const anySeen: fc.Arbitrary<Observations> = fc.record({
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
        assignmentRequired: fc.boolean(),
        requestId,
      }),
      weight: 4,
    },
    fc.record({ state: fc.constant('absent' as const), requestId }),
    anyRefused,
    anyUnreachable,
    anyNotTried,
  ),
  grants: mostly(fc.record({ state: fc.constant('read' as const), granted: anyGranted, requestId })),
  resources: mostly(
    fc.record({
      state: fc.constant('read' as const),
      resources: fc.oneof(
        { arbitrary: fc.constant([{ appId: resources.graph, standing: 'enabled' as const }]), weight: 6 },
        fc.array(fc.record({ appId: fc.constantFrom(resources.graph, resources.teamsAdmin), standing })),
      ),
      requestId,
    }),
  ),
  roles: mostly(
    fc.record({
      state: fc.constant('read' as const),
      active: fc.oneof(fc.constant<string[]>([directoryRoles.teamsAdministrator]), fc.array(anyRole)),
      eligible: fc.option<string[]>(fc.array(anyRole)),
      requestId,
    }),
  ),
  users: mostly(fc.record({ state: fc.constant('read' as const), requestId })),
  teams: mostly(fc.record({ state: fc.constant('read' as const), requestId })),
  teamsAdminToken: fc.constant(notNeeded),
  teamsAdmin: fc.constant(notNeeded),
  credentials: fc.record({
    refreshToken: fc.option(fc.record({ issuedAt: instant })),
    client: fc.option(
      fc.record({
        kind: fc.constantFrom('secret', 'certificate'),
        expiresAt: fc.oneof(instant, fc.constantFrom(far, far, far)),
        owner: fc.constantFrom('customer', 'provider'),
      }),
    ),
    password: fc.option(fc.record({ provedAt: fc.option(instant), needed: fc.boolean() })),
  }),
});
