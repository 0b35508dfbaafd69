import type { Method } from '../../invitations/method.ts';

interface MethodWords {
  readonly title: string;
  readonly short: string;
  readonly text: string;
  readonly unavailable: string;
}

/** The ways of securing a connection. Titles are the provider's manual's own. */
export const methods = {
  'invitation-link': {
    title: 'Send link to IT administrator for authentication',
    short: 'Link',
    text: 'The customer’s administrator approves on Microsoft’s own page. Nothing is typed here. Works with MFA.',
    unavailable: 'Not available.',
  },
  'known-password': {
    title: 'Use M365admin account with known password',
    short: 'Known password',
    text: 'You type the account’s name and password. Microsoft now asks administrators for MFA, which a stored password cannot answer.',
    unavailable: 'Off. An Admin turns it on under Settings, Methods and policies. The link works with MFA.',
  },
  'service-account': {
    title: 'Use service account with known password',
    short: 'Service account',
    text: 'A service account asks, and a reviewer in the customer’s tenant approves.',
    unavailable:
      'Off. An Admin turns it on under Settings, Methods and policies. The link reaches the reviewer directly.',
  },
  'app-registration': {
    title: 'Use known App registration',
    short: 'Known app',
    text: 'The customer made an app registration and gives you its ids and its secret or certificate.',
    unavailable: 'Not in this version. Use the link.',
  },
  'new-app-registration': {
    title: 'Create New App Registration',
    short: 'New app',
    text: 'The customer’s administrator lets Latchkey create a registration in the customer’s own tenant.',
    unavailable: 'Not in this version. Use the link.',
  },
  adopt: {
    title: 'Adopt existing consents',
    short: 'Adopt',
    text: 'For tenants that have already consented to your app: nobody is asked again for what is already granted.',
    unavailable: 'It needs no invitation: under Customers, “Adopt existing consents”.',
  },
} as const satisfies Record<Method, MethodWords>;
