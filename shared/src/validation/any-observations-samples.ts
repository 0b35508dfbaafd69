import fc from 'fast-check';
import type { GrantedPermission } from '../permissions/check.ts';
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
