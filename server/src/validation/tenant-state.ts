import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { NotTried, Observations } from '@latchkey/shared/validation/observation';
import type { UpstreamCall } from '../audit/audit-repository.ts';
import type { TokenAnswer } from '../consent/sign-in.ts';
import type { Secret } from '../sealing/secret.ts';

/** What a tenant holds of our registration, as read with one token. */
export interface TenantState extends Pick<
  Observations,
  | 'organization'
  | 'registration'
  | 'grants'
  | 'resources'
  | 'roles'
  | 'users'
  | 'teams'
  | 'teamsAdminToken'
  | 'teamsAdmin'
> {
  readonly upstream: readonly UpstreamCall[];
}

/** What is looked for. */
export interface TenantQuestion {
  /** Names the cache only; it proves nothing. */
  readonly tenantId: string;
  readonly profile: PermissionProfile;
  /** Whose token it is: somebody's, or the application's own. Their directory roles stand in different places. */
  readonly as: 'account' | 'application';
  /** Asks for a token for another resource, as whoever the first one is of. */
  readonly tokenFor: (resourceAppId: string) => Promise<TokenAnswer>;
}

export interface ReadsTenantState {
  /** One trip when the resources are known, two when they are not; one more where a directory role is missing, and two for a resource of its own. */
  read(accessToken: Secret, question: TenantQuestion): Promise<TenantState>;
}

const nothing: NotTried = { state: 'not_tried', because: 'no_token' };

/** What is seen of a tenant where there is no token to ask with. */
export const notTried: TenantState = {
  organization: nothing,
  registration: nothing,
  grants: nothing,
  resources: nothing,
  roles: nothing,
  users: nothing,
  teams: nothing,
  teamsAdminToken: nothing,
  teamsAdmin: nothing,
  upstream: [],
};
