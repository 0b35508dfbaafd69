import type { serviceFaults } from '../../../errors/aadsts/service.ts';
import type { GraphCode } from '../../../errors/graph-faults.ts';
import type { OAuthError } from '../../../errors/oauth-faults.ts';
import type { FaultStatus, TransportFault } from '../../../errors/transport-faults.ts';

/** What happened, by Microsoft's number: its own service, sign-in agents of the customer, the clouds. */
export const service = {
  50000: 'Microsoft’s sign-in service could not issue a token.',
  50033: 'Microsoft’s sign-in service stumbled.',
  90006: 'Microsoft’s sign-in service stumbled on a service behind it.',
  90012: 'Microsoft’s sign-in service took too long.',
  90024: 'Microsoft’s sign-in service ran out of time.',
  90033: 'Microsoft’s directory does not answer for the moment.',
  90090: 'Microsoft’s directory stumbled over the consent.',
  90055: 'Microsoft slows down requests of this tenant.',

  80001: 'The organisation’s sign-in agent cannot reach its directory.',
  80002: 'The organisation’s sign-in agent had no answer in time.',
  80005: 'The organisation’s sign-in agent got an answer that it could not read.',
  80007: 'The organisation’s sign-in agent could not check the password.',
  80013: 'The clocks of the organisation’s sign-in agent and its directory differ.',
  80014: 'The organisation’s sign-in agent took too long.',
  80012: 'The account may not sign in at this hour.',

  50049: 'The sign-in address belongs to no Microsoft cloud.',
  90038: 'The tenant lives in another Microsoft cloud.',
  900382: 'The app may not be used from another Microsoft cloud.',
  900432: 'The app may not be used across Microsoft clouds.',
} as const satisfies Record<keyof typeof serviceFaults, string>;

/** What happened, by Graph's code. */
export const graph = {
  Authorization_RequestDenied: 'Graph refused: a permission or a role is missing.',
  Authorization_IdentityNotFound: 'Graph does not know the app in this tenant.',
  Authentication_MissingOrMalformed: 'Graph got no token that it could read.',
  Authentication_ExpiredToken: 'The token that Graph got has expired.',
  Authentication_RequestFromNonPremiumTenantOrB2CTenant: 'Graph gives this only to tenants with Entra ID P1 or P2.',
  InvalidAuthenticationToken: 'Graph did not accept the token.',
  UnauthenticatedRequest: 'Graph got no token.',
  insufficient_claims: 'A policy asks for a fresh sign-in before Graph answers.',
  AccessDenied: 'The service behind Graph refused: a role is missing.',
  ErrorAccessDenied: 'Exchange refused: a permission is missing.',
  Forbidden: 'Graph refused.',
  MailboxNotEnabledForRESTAPI: 'The account has no mailbox in Exchange Online.',
  Request_ResourceNotFound: 'Graph does not find what was asked for.',
  Directory_ObjectNotFound: 'The directory does not find what was asked for.',
  ResourceNotFound: 'The service behind Graph does not find what was asked for.',
  itemNotFound: 'The service behind Graph does not find the item.',
  Request_BadRequest: 'Graph could not make sense of the request.',
  Request_UnsupportedQuery: 'Graph does not take this kind of query.',
  BadRequest: 'The service behind Graph could not make sense of the request.',
  invalidRequest: 'Graph found the request malformed.',
  Request_MultipleObjectsWithSameKeyValue: 'Something of that name is already in the directory.',
  Directory_QuotaExceeded: 'The tenant’s directory is full.',
  Directory_ExpiredPageToken: 'A long list changed or waited too long while it was read.',
  Directory_ConcurrencyViolation: 'Somebody changed the same thing at the same time.',
  Directory_ReplicaUnavailable: 'A copy of Microsoft’s directory does not answer for the moment.',
  Request_ThrottledTemporarily: 'Graph asks to slow down.',
  TooManyRequests: 'Graph got too many requests.',
  activityLimitReached: 'The service behind Graph asks to slow down.',
  Service_InternalServerError: 'Graph failed in itself.',
  Service_ServiceUnavailable: 'Graph is not available for the moment.',
  serviceNotAvailable: 'The service behind Graph is not available for the moment.',
  generalException: 'Graph failed, and does not say why.',
  UnknownError: 'Graph failed, and does not say why.',
} as const satisfies Record<GraphCode, string>;

/** What happened where only OAuth's `error` says something. */
export const oauth = {
  access_denied: 'Somebody declined, or was not allowed.',
  consent_required: 'A consent is missing or was declined.',
  interaction_required: 'Microsoft wants a person to sign in.',
  login_required: 'Microsoft wants a person to sign in.',
  invalid_grant: 'The sign-in behind this call has ended.',
  invalid_client: 'The app’s credential was not accepted.',
  unauthorized_client: 'The app is not known in this tenant, or may not do this.',
  invalid_request: 'The request is malformed.',
  invalid_scope: 'A scope in the request is not a valid one.',
  invalid_resource: 'An API that is asked for is not in this tenant.',
  unsupported_grant_type: 'The app used a kind of grant that is not taken.',
  unsupported_response_type: 'The app asked for a kind of answer that is not given.',
  authorization_pending: 'Nobody has finished the sign-in yet.',
  authorization_declined: 'The sign-in was declined.',
  expired_token: 'The device code has expired.',
  temporarily_unavailable: 'Microsoft is too busy for the moment.',
  server_error: 'Microsoft’s sign-in service failed in itself.',
} as const satisfies Record<OAuthError, string>;

/** What happened on the way to Microsoft. */
export const transport = {
  name_not_resolved: 'The name of Microsoft’s server could not be looked up.',
  connection_refused: 'The connection was refused.',
  connection_reset: 'The connection broke off.',
  timed_out: 'No answer came in time.',
  certificate_unknown: 'The connection’s certificate is not from whom it must be: something stands in between.',
  certificate_expired: 'The connection’s certificate is not valid at this time.',
  proxy_sign_in: 'A proxy asks for a sign-in first.',
  blocked_in_browser: 'Something in the browser blocked the request.',
  page_in_place_of_answer: 'A web page came in place of an answer.',
  offline: 'This computer has no network.',
} as const satisfies Record<TransportFault, string>;

/** What happened where only an HTTP status is known. */
export const status = {
  400: 'The request was not accepted.',
  401: 'The token was not accepted.',
  403: 'Access was refused, and it does not say why.',
  404: 'What was asked for is not there.',
  407: 'A proxy asks for a sign-in first.',
  409: 'Somebody changed the same thing at the same time.',
  429: 'Microsoft asks to slow down.',
  500: 'Microsoft failed in itself.',
  502: 'Microsoft did not answer properly.',
  503: 'Microsoft is not available for the moment.',
  504: 'Microsoft did not answer in time.',
} as const satisfies Record<FaultStatus, string>;
