import type { MicrosoftFault } from './microsoft-fault.ts';

const ours = { class: 'app_setup', owner: 'provider', retry: 'never', next: 'request_shape' } as const;
const slower = { class: 'throttled', owner: 'microsoft', retry: 'later', next: 'slow_down' } as const;
const transient = { class: 'outage', owner: 'microsoft', retry: 'later', next: 'wait' } as const;
const token = { class: 'session', owner: 'provider', retry: 'later', next: 'fresh_token' } as const;
const permission = { class: 'permission', owner: 'customer', retry: 'propagation', next: 'check_permissions' } as const;
const gone = { class: 'registration', owner: 'provider', retry: 'propagation', next: 'look_again' } as const;

/** Codes of Graph's errors, as Microsoft writes them. Source: learn.microsoft.com/graph/errors, and threads about its directory. */
export const graphFaults = {
  Authorization_RequestDenied: permission,
  Authorization_IdentityNotFound: { ...gone, owner: 'customer', next: 'settle_then_approve' },
  Authentication_MissingOrMalformed: token,
  Authentication_ExpiredToken: token,
  Authentication_RequestFromNonPremiumTenantOrB2CTenant: {
    class: 'licence',
    owner: 'customer',
    retry: 'never',
    next: 'licence',
  },
  InvalidAuthenticationToken: token,
  UnauthenticatedRequest: token,
  insufficient_claims: { class: 'policy', owner: 'customer', retry: 'sign_in', next: 'sign_in_again' },
  AccessDenied: { ...permission, next: 'assign_role' },
  ErrorAccessDenied: permission,
  Forbidden: permission,
  MailboxNotEnabledForRESTAPI: { class: 'licence', owner: 'customer', retry: 'never', next: 'licence' },
  Request_ResourceNotFound: gone,
  Directory_ObjectNotFound: gone,
  ResourceNotFound: gone,
  itemNotFound: gone,
  Request_BadRequest: ours,
  Request_UnsupportedQuery: ours,
  BadRequest: ours,
  invalidRequest: ours,
  Request_MultipleObjectsWithSameKeyValue: ours,
  Directory_QuotaExceeded: { class: 'licence', owner: 'customer', retry: 'never', next: 'ask_microsoft' },
  Directory_ExpiredPageToken: { ...transient, owner: 'provider', next: 'look_again' },
  Directory_ConcurrencyViolation: { ...transient, next: 'look_again' },
  Directory_ReplicaUnavailable: transient,
  Request_ThrottledTemporarily: slower,
  TooManyRequests: slower,
  activityLimitReached: slower,
  Service_InternalServerError: transient,
  Service_ServiceUnavailable: transient,
  serviceNotAvailable: transient,
  generalException: { ...transient, next: 'ask_microsoft' },
  UnknownError: { ...transient, next: 'ask_microsoft' },
} as const satisfies Readonly<Record<string, MicrosoftFault>>;

export type GraphCode = keyof typeof graphFaults;

/** What a code of Graph's means; undefined for one that we do not know, `constructor` included. */
export const graphFault = (code: string): MicrosoftFault | undefined =>
  Object.hasOwn(graphFaults, code) ? graphFaults[code as GraphCode] : undefined;
