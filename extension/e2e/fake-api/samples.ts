import type { ConnectionView, ValidationView } from '@latchkey/shared/api/connections';
import type { CustomerView } from '@latchkey/shared/api/customers';
import type { ServiceView } from '@latchkey/shared/api/services';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { ConsentDiffView } from '@latchkey/shared/api/permissions';
import { leastRole } from '@latchkey/shared/permissions/consent-diff';
import { resources } from '@latchkey/shared/permissions/profile';
import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import { idOf, tenantOf } from './ids.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A moment so many milliseconds before now. */
export const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

const appId = '4f0a6f0e-2f52-4b3a-9d3c-7d1d6f0f4c11';

const provedChecks: Verdict['checks'] = [
  { id: 'token', result: 'passed', about: [] },
  { id: 'tenant', result: 'passed', about: [tenantOf(1)] },
  { id: 'registration', result: 'passed', about: [] },
  { id: 'permissions', result: 'passed', about: [] },
  { id: 'surplus', result: 'passed', about: [] },
  { id: 'live_read', result: 'passed', about: ['Contoso Ltd'] },
];

/** A verdict that was proved, so long ago; `changes` make another one of it. */
export const verdictOf = (age: number, changes: Partial<Verdict> = {}): Verdict => ({
  verdict: 'working',
  evidence: 'probe',
  cause: 'all_proved',
  owner: 'nobody',
  checks: provedChecks,
  at: ago(age),
  settlingUntil: null,
  validUntil: new Date(Date.now() - age + 36 * 60 * minute).toISOString(),
  code: null,
  correlationId: null,
  requestId: '0d6e3b18-2c47-4f9a-b1d5-3e8f60a7c200',
  ...changes,
});

/** The box was not ticked: a required permission holds for one person only. */
export const actionNeeded = (age: number): Verdict =>
  verdictOf(age, {
    verdict: 'action_needed',
    evidence: 'grants',
    cause: 'permission_one_person',
    owner: 'customer',
    checks: provedChecks.map((check) =>
      check.id === 'permissions'
        ? { ...check, result: 'failed', about: ['Directory.Read.All', 'TeamsTelephoneNumber.ReadWrite.All'] }
        : check.id === 'surplus'
          ? { ...check, result: 'warning', about: ['Mail.ReadWrite'] }
          : check.id === 'live_read'
            ? { ...check, result: 'not_tried', about: [] }
            : check,
    ),
    code: 'AADSTS65001',
    correlationId: '5f0c2f4e-91b3-4d52-8a0e-77c1b2a9e410',
  });

export const connectionOf = (count: number, verdict: Verdict | null): ConnectionView => ({
  id: idOf('con', count),
  customerId: idOf('cus', count),
  invitationId: idOf('inv', count),
  tenantId: tenantOf(count),
  method: 'invitation-link',
  profile: { id: directRoutingDelegated.id, version: directRoutingDelegated.version },
  account: { username: 'megan.bowen@contoso.onmicrosoft.com', objectId: tenantOf(900 + count) },
  registration: {
    appId,
    objectId: tenantOf(800 + count),
    permissionsBlade: `https://entra.microsoft.com/${tenantOf(count)}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${tenantOf(800 + count)}/appId/${appId}`,
  },
  refreshToken: { sealedAt: ago(12 * day) },
  consentChangedAt: ago(12 * day),
  verdict,
  version: 3,
});

export const customerOf = (count: number, fullName: string, connection: ConnectionView | null): CustomerView => ({
  id: idOf('cus', count),
  fullName,
  tenantId: tenantOf(count),
  domain: `${fullName
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 24)}.com`,
  cloud: 'public',
  createdAt: ago(30 * day),
  connection,
  invitation: null,
});

export const serviceOf = (count: number, fullName: string, verdict: Verdict | null): ServiceView => ({
  id: idOf('svc', count),
  customerId: idOf('cus', count),
  customerName: fullName,
  kind: 'direct-routing',
  fullName,
  shortName: fullName
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 12),
  licenceType: 'hosted-pro',
  licensedUsers: 120,
  addedAt: ago(20 * day),
  addedBy: 'Ada Berg',
  connection: connectionOf(count, verdict),
});

export const invitationOf = (
  count: number,
  fullName: string,
  changes: Partial<InvitationView> = {},
): InvitationView => ({
  id: idOf('inv', count),
  customer: { id: idOf('cus', count), fullName, tenantId: tenantOf(count), domain: `customer${count}.com` },
  order: {
    kind: 'direct-routing',
    fullName,
    shortName: fullName
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .slice(0, 12),
    licenceType: 'hosted-pro',
    licensedUsers: 120,
  },
  method: 'invitation-link',
  profile: { id: directRoutingDelegated.id, version: directRoutingDelegated.version },
  status: 'ready',
  statusSince: ago(20 * minute),
  startedAt: null,
  expiresAt: new Date(Date.now() + 13 * day).toISOString(),
  createdAt: ago(day),
  createdBy: 'Ada Berg',
  reference: null,
  refusal: null,
  linkCopiedAt: null,
  askedAt: null,
  connection: null,
  version: 1,
  ...changes,
});

/** The connection behind an invitation, as its row tells of it. */
export const connectionBehind = (count: number, verdict: Verdict): InvitationView['connection'] => ({
  id: idOf('con', count),
  verdict: verdict.verdict,
  cause: verdict.cause,
  validUntil: verdict.validUntil,
  at: verdict.at,
  settlingUntil: verdict.settlingUntil,
});

export const validationOf = (connection: ConnectionView, verdict: Verdict): ValidationView => ({
  id: idOf('val', 1),
  connectionId: connection.id,
  verdict,
  permissions: [
    ...directRoutingDelegated.permissions.map(({ resourceAppId, kind, value, required }) => ({
      resourceAppId,
      kind,
      value,
      required,
      finding: findingFor(value, verdict),
      principalIds: [],
    })),
    ...(!['permission_surplus', 'permission_one_person'].includes(verdict.cause)
      ? []
      : [
          {
            resourceAppId: resources.graph,
            kind: 'delegated' as const,
            value: 'Mail.ReadWrite',
            required: false,
            finding: 'surplus' as const,
            principalIds: [],
          },
        ]),
  ],
  upstream: [{ what: 'token', requestId: verdict.requestId, status: 200 }],
  startedBy: 'Ada Berg',
  auditSequence: 42,
});

function findingFor(value: string, { verdict }: Verdict): 'granted' | 'one_person' | 'missing' {
  if (verdict !== 'action_needed') return 'granted';
  if (value === 'Directory.Read.All') return 'one_person';
  return value === 'TeamsTelephoneNumber.ReadWrite.All' ? 'missing' : 'granted';
}

/** What a first consent changes: everything is new, and nobody knows what the tenant holds. */
export const firstConsent: ConsentDiffView = {
  profile: { id: directRoutingDelegated.id, version: directRoutingDelegated.version },
  readAt: null,
  adds: [...directRoutingDelegated.permissions],
  keeps: [],
  wouldRevoke: [],
  optional: [],
  unavailable: [],
  leastRole: { box: leastRole(directRoutingDelegated, 'box'), noBox: leastRole(directRoutingDelegated, 'no_box') },
};
