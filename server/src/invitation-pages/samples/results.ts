import type { PermissionLine } from '@latchkey/shared/permissions/check';
import { resources } from '@latchkey/shared/permissions/profile';
import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import { Cause, type Verdict } from '@latchkey/shared/validation/verdict';
import type { ConsentResultPage, GuidePage, Receipt } from '../model.ts';
import { sampleAppId as appId, sampleInvitation as invitation, sampleTenantId, type Sample } from './sample.ts';
import { changed, check, refusedToken, workingVerdict } from './verdicts.ts';

export const sampleReceipt: Receipt = {
  appId,
  tenantId: sampleTenantId,
  registrationObjectId: '5e7f0c1d-0000-4000-8000-00000000d004',
  approvedAt: '2026-11-23T14:33:02.000Z',
};

const permissions: readonly PermissionLine[] = directRoutingDelegated.permissions.map((permission) => ({
  ...permission,
  finding: 'granted',
  principalIds: [],
}));

const result = (verdict: Partial<Verdict>, more: Partial<ConsentResultPage> = {}): ConsentResultPage => ({
  page: 'consent_result',
  invitation,
  service: { kind: 'direct-routing' },
  verdict: { ...workingVerdict, ...verdict },
  permissions,
  receipt: sampleReceipt,
  account: 'megan@contoso.example',
  isMailed: true,
  ...more,
});

const surplus: PermissionLine = {
  resourceAppId: resources.graph,
  kind: 'delegated',
  value: 'Mail.Read',
  required: false,
  finding: 'surplus',
  principalIds: [],
};

const guide: GuidePage = {
  page: 'guide',
  invitation,
  oneTimeCode: 'c'.repeat(43),
  appId,
  permissionsPage: `https://portal.azure.com/${sampleTenantId}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/o/appId/a`,
};

/** After a consent, by every verdict and every cause. */
export const results: readonly Sample[] = [
  { name: 'proved', model: result({}) },
  {
    name: 'proved-without-account',
    model: result(
      {},
      {
        account: null,
        permissions: [],
        receipt: { ...sampleReceipt, registrationObjectId: null, approvedAt: null },
      },
    ),
  },
  {
    name: 'proved-at-risk',
    model: result(
      {
        verdict: 'degraded',
        cause: 'permission_surplus',
        checks: changed([check('surplus', 'warning', ['Mail.Read'])]),
      },
      { permissions: [...permissions, surplus] },
    ),
  },
  { name: 'proved-yesterday', model: result({ at: '2026-11-22T10:00:00.000Z' }) },
  {
    name: 'proof-too-old',
    model: result({ at: '2026-11-20T10:00:00.000Z', validUntil: '2026-11-21T22:00:00.000Z' }),
  },
  ...['megan@contoso.example', null].map((account): Sample => ({
    name: `box-not-ticked${account === null ? '-without-account' : ''}`,
    model: result(
      {
        verdict: 'action_needed',
        cause: 'permission_one_person',
        owner: 'customer',
        checks: changed([check('permissions', 'failed', ['Directory.Read.All'])]),
      },
      { account },
    ),
  })),
  {
    name: 'settling',
    model: result({
      verdict: 'settling',
      cause: 'propagation',
      owner: 'microsoft',
      evidence: 'token',
      settlingUntil: '2026-11-23T14:48:00.000Z',
      checks: changed([
        check('registration', 'unknown'),
        check('permissions', 'not_tried'),
        check('surplus', 'not_tried'),
        check('live_read', 'failed', ['Authorization_RequestDenied']),
      ]),
    }),
  },
  ...Cause.options.map((cause): Sample => ({ name: `not-proved-${cause}`, model: result({ ...refusedToken, cause }) })),
  ...(['blocked', 'unreachable', 'unknown'] as const).map((verdict): Sample => ({
    name: `not-proved-as-${verdict}`,
    model: result({ ...refusedToken, verdict, cause: 'conditional_access' }),
  })),
  { name: 'guide', model: guide },
  { name: 'guide-without-registration', model: { ...guide, permissionsPage: null } },
];
