import type {
  GrantsObservation,
  NotTried,
  OrganizationObservation,
  RegistrationObservation,
} from '@latchkey/shared/validation/observation';
import type { UpstreamCall } from '../audit/audit-repository.ts';
import type { Secret } from '../sealing/secret.ts';

/** What a tenant holds of our registration, as read with one token. */
export interface TenantState {
  readonly organization: OrganizationObservation;
  readonly registration: RegistrationObservation;
  readonly grants: GrantsObservation;
  readonly upstream: readonly UpstreamCall[];
}

export interface ReadsTenantState {
  /** One trip when the resources are known, two when they are not. `tenantId` names the cache only; it proves nothing. */
  read(accessToken: Secret, tenantId: string): Promise<TenantState>;
}

const nothing: NotTried = { state: 'not_tried', because: 'no_token' };

/** What is seen of a tenant where there is no token to ask with. */
export const notTried: TenantState = { organization: nothing, registration: nothing, grants: nothing, upstream: [] };
