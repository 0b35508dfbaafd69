/**
 * What the practice tenant says to people. It speaks as Microsoft's pages do, so that a walk meets the same words
 * there; these are not the product's words and are not translated.
 */
export const words = {
  practice: {
    name: 'Practice tenant',
    mark: 'Practice tenant: nothing here is Microsoft',
  },
  account: {
    title: 'Sign in',
    label: 'Email, phone, or Skype',
    next: 'Next',
    unknown: 'This username may be incorrect. Make sure you typed it correctly. Otherwise, contact your admin.',
  },
  pick: {
    title: 'Pick an account',
    signedIn: 'Signed in',
    another: 'Use another account',
  },
  password: {
    title: 'Enter password',
    label: 'Password',
    signIn: 'Sign in',
    wrong: 'Your account or password is incorrect. If you forgot your password, contact your admin.',
  },
  mfa: {
    title: 'Approve sign-in request',
    explains: 'On a real tenant your authenticator app would ask for this number. Here you approve on this page.',
    approve: 'Approve',
    deny: "I can't use my Microsoft Authenticator app right now",
  },
  consent: {
    title: 'Permissions requested',
    forOrganization: 'Review for your organization',
    wants: 'This app would like to:',
    publisher: 'Publisher',
    box: 'Consent on behalf of your organization',
    boxExplains:
      'If you tick this box, the app gets access to the specified resources for all users in your organization. Nobody else will be asked to review these permissions.',
    trust:
      'Accepting these permissions means that you allow this app to use your data as specified in its terms of service and privacy statement. You can change these permissions later.',
    adminTrust:
      'If you accept, this app will get access to the specified resources for all users in your organization. No one else will be prompted to review these permissions.',
    accept: 'Accept',
    cancel: 'Cancel',
  },
  approval: {
    title: 'Need admin approval',
    explains: (app: string) =>
      `${app} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.`,
    another: 'Have an admin account? Sign in with that account',
    leave: 'Return to the application without granting consent',
  },
  workflow: {
    required: 'Approval required',
    explains: 'This app requires your admin’s approval to use it. Enter a justification to request approval.',
    justification: 'Enter justification for requesting this app',
    request: 'Request approval',
    sent: 'Request sent',
    sentExplains:
      'Your request was sent to your admin. You will receive an email once it was reviewed. You can close this window.',
  },
  requests: {
    title: 'Admin consent requests',
    pending: 'My Pending',
    all: 'All (decided)',
    none: 'No requests are pending.',
    by: 'Requested by',
    why: 'Justification',
    review: 'Review permissions and consent',
    deny: 'Deny',
    approved: 'Approved',
    denied: 'Denied',
  },
  error: {
    title: 'Sign in',
    sorry: "Sorry, but we're having trouble signing you in.",
    requestId: 'Request Id',
    correlationId: 'Correlation Id',
    timestamp: 'Timestamp',
  },
  formPost: { title: 'Working', go: 'Continue' },
  console: {
    name: 'Practice console',
    mark: 'Practice console: this provider does not exist, and what is green here was never asked',
  },
  mailbox: {
    name: 'Practice mailbox',
    mark: 'Practice mailbox: what is sent here reaches nobody',
    empty: 'Nothing has arrived.',
    noSubject: '(no subject)',
    message: 'Message',
    asText: 'As text',
  },
  portal: { close: 'Consent is given. You can close this window.' },
  signedOut: { title: 'You signed out of your account', explains: "It's a good idea to close all browser windows." },
} as const;
