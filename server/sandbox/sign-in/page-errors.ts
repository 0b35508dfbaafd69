import type { ErrorEntry } from './error-entry.ts';

const rfc = 'RFC 6749 4.1.2.1: never to a client or address that is not known';
const codeFlow = 'v2-oauth2-auth-code-flow.md, error codes of the authorization endpoint';
const page = { status: 400, redirects: 'no', source: 'no source that it redirects' } as const;

/** Errors that a sign-in page can end with; some of them the token endpoint gives too. */
export const pageErrors = {
  16000: {
    error: 'interaction_required',
    status: 400,
    redirects: 'yes',
    source: `${codeFlow}: interaction_required for prompt=none`,
    says: 'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  },
  50011: {
    error: 'invalid_request',
    status: 400,
    redirects: 'no',
    source: rfc,
    says: "The redirect URI '{redirect}' specified in the request does not match the redirect URIs configured for the application '{client}'.",
  },
  50020: {
    error: 'access_denied',
    status: 400,
    redirects: 'from admin consent',
    source: 'seen in MicrosoftDocs/azure-docs#114009 (2023-08-28) for /adminconsent; none for /authorize',
    says: "User account '{account}' from identity provider 'https://sts.windows.net/{home}/' does not exist in tenant '{tenant}' and cannot access the application '{client}' in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.",
  },
  50058: {
    error: 'login_required',
    status: 400,
    redirects: 'yes',
    source: 'AzureAD/microsoft-authentication-library-for-js#1560',
    says: 'A silent sign-in request was sent but no user is signed in.',
  },
  50076: {
    error: 'invalid_grant',
    status: 400,
    suberror: 'basic_action',
    redirects: 'yes',
    source: `${codeFlow}: interaction_required for prompt=none`,
    says: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access {client}.',
  },
  50089: { ...page, error: 'invalid_request', says: 'Authentication failed due to flow token expired.' },
  50194: {
    ...page,
    error: 'invalid_request',
    says: "Application '{client}' is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps. Use a tenant-specific endpoint or configure the application to be multi-tenant.",
  },
  65001: {
    error: 'invalid_grant',
    status: 400,
    suberror: 'consent_required',
    redirects: 'yes',
    source: `${codeFlow}: interaction_required for prompt=none`,
    says: "The user or administrator has not consented to use the application with ID '{client}' named '{name}'. Send an interactive authorization request for this user and resource.",
  },
  65004: {
    error: 'access_denied',
    status: 400,
    redirects: 'yes',
    source: 'v2-oauth2-auth-code-flow.md; MicrosoftDocs/azure-docs#114009 for /adminconsent',
    says: 'User declined to consent to access the app.',
  },
  70011: {
    ...page,
    error: 'invalid_scope',
    says: "The provided request must include a 'scope' input parameter that is valid. The scope '{scope}' is not valid.",
  },
  90002: {
    ...page,
    error: 'invalid_tenant',
    says: "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
  },
  90023: {
    ...page,
    error: 'invalid_request',
    says: "The request parameter '{value}' has a value that is not supported.",
  },
  90094: {
    ...page,
    error: 'access_denied',
    says: 'An administrator of {tenant} has set a policy that prevents you from granting {name} the permissions it is requesting. Contact an administrator of {tenant}, who can grant permissions to this app on your behalf.',
  },
  90095: {
    ...page,
    error: 'access_denied',
    says: 'Admin consent is required for the permissions requested by {name}. An administrator of {tenant} takes requests for approval.',
  },
  500121: {
    ...page,
    error: 'invalid_grant',
    says: 'Authentication failed during strong authentication request.',
  },
  500011: {
    ...page,
    error: 'invalid_resource',
    says: 'The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.',
  },
  500113: { ...page, error: 'invalid_request', says: 'No reply address is registered for the application.' },
  650053: {
    error: 'invalid_client',
    status: 400,
    redirects: 'yes',
    source: 'WPManageNinja/fluent-smtp#154, MicrosoftDocs/azure-docs#67211: read from the answer at the redirect',
    says: "The application '{name}' asked for scope '{scope}' that doesn't exist on the resource '{resource}'. Contact the app vendor.",
  },
  700016: {
    error: 'unauthorized_client',
    status: 400,
    redirects: 'no',
    source: rfc,
    says: "Application with identifier '{client}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  },
  700054: {
    error: 'unsupported_response_type',
    status: 400,
    redirects: 'yes',
    source: codeFlow,
    says: "response_type '{value}' is not enabled for the application.",
  },
  900144: {
    ...page,
    error: 'invalid_request',
    says: "The request body must contain the following parameter: '{value}'.",
  },
  900561: {
    ...page,
    error: 'invalid_request',
    says: 'The endpoint only accepts POST requests. Received a GET request.',
  },
  9002325: {
    ...page,
    error: 'invalid_request',
    says: 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  },
} as const satisfies Record<number, ErrorEntry>;
