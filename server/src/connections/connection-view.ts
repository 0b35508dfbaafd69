import type { ConnectionView } from '@latchkey/shared/api/connections';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import type { Cloud } from '@latchkey/shared/clouds/cloud';
import { permissionsBladeLink } from '@latchkey/shared/clouds/portal-links';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { Connection } from './connection-repository.ts';

/** What a view needs to know of the deployment. */
export interface ConnectionViewSettings {
  readonly cloud: Cloud;
  /** Application id of the consent app. */
  readonly clientId: string;
}

/** A connection as an operator of this role may see it: no secret for anybody, no account name for a Monitor. */
export function connectionView(
  connection: Connection,
  { cloud, clientId }: ConnectionViewSettings,
  role: OperatorRole,
): ConnectionView {
  const { id, customerId, invitationId, tenantId, method, profile, account, registrationObjectId } = connection;
  const blade = (objectId: string) => permissionsBladeLink(cloud, { tenantId, objectId, appId: clientId });
  return {
    id,
    customerId,
    invitationId,
    tenantId,
    method,
    profile: { ...profile },
    account: account === null || role === 'Monitor' ? null : { ...account },
    registration:
      registrationObjectId === null
        ? null
        : { appId: clientId, objectId: registrationObjectId, permissionsBlade: blade(registrationObjectId) },
    refreshToken: connection.sealedAt === null ? null : { sealedAt: connection.sealedAt },
    consentChangedAt: connection.consentChangedAt,
    verdict: connection.verdict === null ? null : verdictView(connection.verdict),
    version: connection.version,
  };
}

export const verdictView = (verdict: Verdict): Verdict => ({
  ...verdict,
  checks: verdict.checks.map((check) => ({ ...check, about: [...check.about] })),
});
