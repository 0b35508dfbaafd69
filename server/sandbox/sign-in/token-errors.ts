import type { ErrorEntry } from './error-entry.ts';

const token = { status: 400, redirects: 'no', source: 'answer of the token endpoint; no page' } as const;

/** Errors that only the token endpoint gives. */
export const tokenErrors = {
  50034: { ...token, error: 'invalid_grant', says: 'The user account does not exist in the {tenant} directory.' },
  50053: {
    ...token,
    error: 'invalid_grant',
    says: "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
  },
  50057: { ...token, error: 'invalid_grant', says: 'The user account is disabled.' },
  50059: {
    ...token,
    error: 'invalid_request',
    says: 'No tenant-identifying information found in either the request or implied by any provided credentials.',
  },
  50105: {
    ...token,
    error: 'invalid_grant',
    says: "Your administrator has configured the application {name} ('{client}') to block users unless they are specifically granted ('assigned') access to the application.",
  },
  50126: {
    ...token,
    error: 'invalid_grant',
    says: 'Error validating credentials due to invalid username or password.',
  },
  50173: {
    ...token,
    error: 'invalid_grant',
    suberror: 'bad_token',
    says: 'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
  },
  54005: {
    ...token,
    error: 'invalid_grant',
    says: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  70000: {
    ...token,
    error: 'invalid_grant',
    says: 'The provided value for the input parameter is not valid: it has expired, was issued to somebody else, or names scopes that are unauthorized.',
  },
  70003: { ...token, error: 'unsupported_grant_type', says: "The app requested an unsupported grant type '{value}'." },
  70008: {
    ...token,
    error: 'invalid_grant',
    says: 'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  },
  500014: {
    ...token,
    error: 'invalid_resource',
    says: "The service principal for resource '{resource}' is disabled. This indicates that a subscription within the tenant has lapsed, or that the administrator for this tenant has disabled the application, preventing tokens from being issued for it.",
  },
  501481: {
    ...token,
    error: 'invalid_grant',
    says: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  650052: {
    ...token,
    error: 'invalid_client',
    says: "The app needs access to a service ('{resource}') that your organization '{tenant}' has not subscribed to or enabled. Contact your IT Admin to review the configuration of your service subscriptions.",
  },
  700005: {
    ...token,
    error: 'invalid_grant',
    says: 'The provided authorization code is intended to use against another tenant, thus rejected.',
  },
  700025: {
    ...token,
    status: 401,
    error: 'invalid_client',
    says: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  },
  50027: { ...token, error: 'invalid_request', says: 'JWT token is invalid or malformed.' },
  700023: {
    ...token,
    status: 401,
    error: 'invalid_client',
    says: 'Client assertion audience claim does not match Realm issuer.',
  },
  700024: {
    ...token,
    status: 401,
    error: 'invalid_client',
    says: 'Client assertion is not within its valid time range.',
  },
  700027: {
    ...token,
    status: 401,
    error: 'invalid_client',
    says: "Client assertion contains an invalid signature. [Reason - {reason}., Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '{client}'.]",
  },
  700084: {
    ...token,
    error: 'invalid_grant',
    says: 'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
  },
  700082: {
    ...token,
    error: 'invalid_grant',
    says: 'The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.',
  },
  1002012: {
    ...token,
    error: 'invalid_scope',
    says: 'The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
  },
  7000112: { ...token, error: 'unauthorized_client', says: "Application '{client}'({name}) is disabled." },
  7000215: {
    ...token,
    status: 401,
    error: 'invalid_client',
    says: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{client}'.",
  },
  7000218: {
    ...token,
    status: 401,
    error: 'invalid_client',
    says: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  7000222: {
    ...token,
    status: 401,
    error: 'invalid_client',
    says: "The provided client secret keys for app '{client}' are expired.",
  },
  7000229: {
    ...token,
    status: 401,
    error: 'invalid_client',
    says: 'The client application {client} is missing service principal in the tenant {tenant}.',
  },
  9001023: {
    ...token,
    error: 'invalid_request',
    says: 'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
  },
  9002313: { ...token, error: 'invalid_request', says: 'Invalid request. Request is malformed or invalid.' },
  9002326: {
    ...token,
    error: 'invalid_request',
    says: "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
  },
  9002327: {
    ...token,
    error: 'invalid_request',
    says: "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  },
} as const satisfies Record<number, ErrorEntry>;
