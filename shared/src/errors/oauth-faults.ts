import type { MicrosoftFault } from './microsoft-fault.ts';

const signIn = { class: 'session', owner: 'customer', retry: 'sign_in', next: 'sign_in_again' } as const;
const outage = { class: 'outage', owner: 'microsoft', retry: 'later', next: 'wait' } as const;
const setUp = { class: 'app_setup', owner: 'provider', retry: 'never', next: 'request_shape' } as const;
const ourApp = { owner: 'provider', retry: 'never', cause: 'provider_credential' } as const;

/**
 * OAuth's `error`, which is the contract: what the program does follows from it. Its words stand where no number says more.
 * Declining comes back as `access_denied` or as `consent_required` (both seen).
 */
export const oauthFaults = {
  access_denied: { class: 'consent', owner: 'customer', retry: 'sign_in', next: 'accept_again', refusal: 'declined' },
  consent_required: {
    class: 'consent',
    owner: 'customer',
    retry: 'propagation',
    next: 'approve',
    cause: 'consent_missing',
    refusal: 'declined',
  },
  interaction_required: { ...signIn, cause: 'sign_in_again', refusal: 'not_allowed' },
  login_required: { ...signIn, cause: 'sign_in_again', refusal: 'not_allowed' },
  invalid_grant: { ...signIn, cause: 'sign_in_again' },
  invalid_client: { ...ourApp, class: 'credential', next: 'replace_secret' },
  unauthorized_client: { ...ourApp, class: 'registration', next: 'settle_then_approve' },
  invalid_request: setUp,
  invalid_scope: { ...setUp, next: 'app_permissions' },
  invalid_resource: { class: 'licence', owner: 'customer', retry: 'never', next: 'licence' },
  unsupported_grant_type: setUp,
  unsupported_response_type: setUp,
  authorization_pending: { class: 'step', owner: 'customer', retry: 'later', next: 'keep_waiting' },
  authorization_declined: { class: 'consent', owner: 'customer', retry: 'sign_in', next: 'accept_again' },
  expired_token: { class: 'step', owner: 'customer', retry: 'sign_in', next: 'new_code' },
  temporarily_unavailable: outage,
  server_error: outage,
} as const satisfies Readonly<Record<string, MicrosoftFault>>;
export type OAuthError = keyof typeof oauthFaults;

/** The entry of an `error`; undefined for one that we do not know. A name such as `constructor` is none. */
export const oauthFault = (error: string): MicrosoftFault | undefined =>
  Object.hasOwn(oauthFaults, error) ? oauthFaults[error as OAuthError] : undefined;

/** `suberror` values that Microsoft's own libraries act on. */
export const suberrors = [
  'message_only',
  'additional_action',
  'basic_action',
  'user_password_expired',
  'consent_required',
  'bad_token',
  'token_expired',
  'protection_policy_required',
  'client_mismatch',
  'device_authentication_failed',
  'ui_not_allowed',
  'interrupted_user',
] as const;
