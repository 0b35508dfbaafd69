import type { ErrorEntry } from './error-entry.ts';

const token = { status: 400, redirects: 'no', source: 'answer of the token endpoint; no page' } as const;
/** Seen with 53003 in MartinIngesen/MSOLSpray#5: nothing but a person can help, and they can only read. */
const blocked = { ...token, error: 'interaction_required', suberror: 'message_only' } as const;
const asks = { ...token, error: 'invalid_grant', suberror: 'basic_action' } as const;

/** How the sign-in service refuses whom a policy of the tenant keeps out. Texts: learn.microsoft.com, reference-error-codes. */
export const policyErrors = {
  50074: { ...asks, says: 'Strong Authentication is required.' },
  50078: {
    ...asks,
    says: 'Presented multi-factor authentication has expired due to policies configured by your administrator, you must refresh your multi-factor authentication to access {client}.',
  },
  50079: {
    ...asks,
    says: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access {client}.',
  },
  50097: { ...blocked, says: 'Device authentication is required.' },
  50131: { ...blocked, says: 'Device is not in required device state: known.' },
  50158: { ...asks, says: 'External security challenge not satisfied.' },
  53000: { ...blocked, says: 'Device is not in required device state: compliant.' },
  53001: { ...blocked, says: 'Device is not in required device state: domain_joined.' },
  53002: { ...blocked, says: 'The application {client} is not an approved app for Conditional Access.' },
  53003: {
    ...blocked,
    says: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  53004: {
    ...blocked,
    says: 'User needs to complete multi-factor authentication registration process before accessing this content.',
  },
  53011: { ...blocked, says: 'User blocked due to risk on home tenant.' },
  70043: {
    ...token,
    error: 'invalid_grant',
    suberror: 'token_expired',
    says: 'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.',
  },
  500021: { ...token, error: 'access_denied', says: "Access to '{tenant}' tenant is denied." },
  530032: { ...blocked, says: 'The tenant admin has configured a security policy that blocks this request.' },
  530035: {
    ...blocked,
    says: 'Access has been blocked by security defaults. This is due to the request using legacy auth or being deemed unsafe by security defaults policies.',
  },
} as const satisfies Record<number, ErrorEntry>;

/** A policy by what it asks for, and the number by which it refuses an application that redeems a refresh token. */
export const policies = {
  'a second factor': 50076,
  'a second factor each time': 50074,
  'a second factor anew': 50078,
  'a second factor to be registered': 50079,
  'a challenge of somebody else': 50158,
  'a registered device': 50097,
  'a known device': 50131,
  'a compliant device': 53000,
  'a domain joined device': 53001,
  'an approved application': 53002,
  'another place': 53003,
  'registration away from risk': 53004,
  'no risk at home': 53011,
  'sign-in every day': 70043,
  'the tenants of a list': 500021,
  'what the security policy wants': 530032,
  'security defaults': 530035,
} as const satisfies Record<string, 50076 | keyof typeof policyErrors>;

export type PolicyName = keyof typeof policies;
