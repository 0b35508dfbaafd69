/** One error of Entra's sign-in service. */
interface ErrorEntry {
  /** The OAuth error, which is the contract; the number is for people. */
  readonly error: string;
  readonly status: 400 | 401;
  readonly suberror?: string;
  /** Whether the error travels back to the application. Without a source it stays on Microsoft's own page. */
  readonly redirects: 'no' | 'yes' | 'from admin consent';
  /** Where `redirects` is known from. */
  readonly source: string;
  readonly says: string;
}

const tokenOnly = 'answer of the token endpoint; no page';
const noSource = 'no source that it redirects';
const rfc = 'RFC 6749 4.1.2.1: never to a client or address that is not known';
const codeFlow = 'v2-oauth2-auth-code-flow.md, error codes of the authorization endpoint';

const token = { status: 400, redirects: 'no', source: tokenOnly } as const;
const page = { status: 400, redirects: 'no', source: noSource } as const;

/** Every error that the practice tenant can give, with Microsoft's number. `{name}` is filled in. */
export const signInErrors = {
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
  50034: { ...token, error: 'invalid_grant', says: 'The user account does not exist in the {tenant} directory.' },
  50053: {
    ...token,
    error: 'invalid_grant',
    says: "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
  },
  50058: {
    error: 'login_required',
    status: 400,
    redirects: 'yes',
    source: 'AzureAD/microsoft-authentication-library-for-js#1560',
    says: 'A silent sign-in request was sent but no user is signed in.',
  },
  50059: {
    ...token,
    error: 'invalid_request',
    says: 'No tenant-identifying information found in either the request or implied by any provided credentials.',
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
  50126: {
    ...token,
    error: 'invalid_grant',
    says: 'Error validating credentials due to invalid username or password.',
  },
  50173: {
    ...token,
    error: 'invalid_grant',
    says: 'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
  },
  50194: {
    ...page,
    error: 'invalid_request',
    says: "Application '{client}' is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps. Use a tenant-specific endpoint or configure the application to be multi-tenant.",
  },
  54005: {
    ...token,
    error: 'invalid_grant',
    says: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
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
  500011: {
    ...page,
    error: 'invalid_resource',
    says: 'The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.',
  },
  500113: { ...page, error: 'invalid_request', says: 'No reply address is registered for the application.' },
  501481: {
    ...token,
    error: 'invalid_grant',
    says: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  650053: {
    error: 'invalid_client',
    status: 400,
    redirects: 'yes',
    source: 'WPManageNinja/fluent-smtp#154, MicrosoftDocs/azure-docs#67211: read from the answer at the redirect',
    says: "The application '{name}' asked for scope '{scope}' that doesn't exist on the resource '{resource}'. Contact the app vendor.",
  },
  700005: {
    ...token,
    error: 'invalid_grant',
    says: 'The provided authorization code is intended to use against another tenant, thus rejected.',
  },
  700016: {
    error: 'unauthorized_client',
    status: 400,
    redirects: 'no',
    source: rfc,
    says: "Application with identifier '{client}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  },
  700025: {
    ...token,
    status: 401,
    error: 'invalid_client',
    says: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  },
  700027: {
    ...token,
    status: 401,
    error: 'invalid_client',
    says: 'The certificate with identifier used to sign the client assertion is not registered on application.',
  },
  700054: {
    error: 'unsupported_response_type',
    status: 400,
    redirects: 'yes',
    source: codeFlow,
    says: "response_type '{value}' is not enabled for the application.",
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
  1002012: {
    ...token,
    error: 'invalid_scope',
    says: 'The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
  },
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
  9002325: {
    ...page,
    error: 'invalid_request',
    says: 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  },
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

export type SignInErrorCode = keyof typeof signInErrors;

/** What stands in the place of `{name}` in a text. */
export type Filling = Readonly<Partial<Record<Blank, string>>>;
type Blank = 'redirect' | 'client' | 'account' | 'home' | 'tenant' | 'name' | 'value' | 'scope' | 'resource';

/** An error with its text filled in. */
export interface Refusal extends Omit<ErrorEntry, 'source' | 'says'> {
  readonly code: SignInErrorCode;
  readonly message: string;
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

/** Makes the refusal of a number. */
export function refusal(code: SignInErrorCode, filling: Filling = {}): Refusal {
  const { source: _source, says, ...entry }: ErrorEntry = signInErrors[code];
  const message = says.replaceAll(/\{(\w+)\}/g, (_, blank: string) => (filling as Record<string, string>)[blank] ?? '');
  return { code, ...entry, message: `AADSTS${code}: ${message}` };
}

export const refuse = (code: SignInErrorCode, filling: Filling = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: refusal(code, filling),
});
