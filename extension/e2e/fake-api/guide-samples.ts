import type { GuideView } from '@latchkey/shared/api/guides';
import { resources } from '@latchkey/shared/permissions/profile';
import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import { idOf, tenantOf } from './ids.ts';
import { actionNeeded, verdictOf } from './samples.ts';

export const guideAppId = '4f0a6f0e-2f52-4b3a-9d3c-7d1d6f0f4c11';

type Line = NonNullable<GuideView['required']>[number];

const linesOf = (findings: Readonly<Record<string, Line['finding']>>): Line[] => [
  ...directRoutingDelegated.permissions.map((permission) => ({
    ...permission,
    finding: findings[permission.value] ?? ('granted' as const),
    principalIds: [],
  })),
  ...('Mail.ReadWrite' in findings ? [surplus] : []),
];

const surplus: Line = {
  resourceAppId: resources.graph,
  kind: 'delegated',
  value: 'Mail.ReadWrite',
  required: false,
  finding: 'surplus',
  principalIds: [],
};

/** The guide of the n-th invitation, as it is once everything is granted; `changes` make another one of it. */
export function guideOf(count: number, changes: Partial<GuideView> = {}): GuideView {
  const tenantId = tenantOf(count);
  const objectId = tenantOf(800 + count);
  const blade = `#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${objectId}/appId/${guideAppId}`;
  const verdict: Verdict = verdictOf(0);
  return {
    invitationId: idOf('inv', count),
    providerName: 'Northwind Voice',
    tenant: { id: tenantId, domain: `customer${count}.com` },
    appId: guideAppId,
    status: 'authentication_complete',
    registration: { objectId },
    permissionsBlade: {
      entra: `https://entra.microsoft.com/${tenantId}/${blade}`,
      portal: `https://portal.azure.com/${tenantId}/${blade}`,
    },
    asked: directRoutingDelegated.permissions.map((permission) => ({ ...permission })),
    required: linesOf({}),
    verdict,
    checkedAt: verdict.at,
    sequence: 7,
    ...changes,
  };
}

/** The same while two permissions are missing and one is there that nobody asked for. */
export function guideWithGaps(count: number): GuideView {
  const verdict = actionNeeded(0);
  const findings = {
    'Directory.Read.All': 'one_person',
    'TeamsTelephoneNumber.ReadWrite.All': 'missing',
    'Mail.ReadWrite': 'surplus',
  } as const;
  return guideOf(count, { required: linesOf(findings), verdict, checkedAt: verdict.at });
}
