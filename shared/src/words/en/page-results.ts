import type { CheckId } from '../../validation/verdict.ts';

/** Working or at risk, and proved. */
export const proved = {
  title: 'Done, and proved',
  close: 'You can close this tab.',
  heading: 'What was proved',
  signedIn: 'You signed in to {organization}',
  /** For a reader of whom we do not know that it was them. */
  somebodySignedIn: 'The sign-in was at {organization}',
  atRisk: 'It works. One thing is worth knowing',
  permissions: 'What was approved',
  never: 'What it cannot do',
  /** Who approved what, when and for which app: to be kept. */
  record: {
    title: 'For your records',
    approvedFor: 'Approved for',
    approvedBy: 'Approved by',
    somebody: 'An administrator of {organization}',
    somebodyHint: 'Named only in the browser that approved, and in the audit log of your tenant.',
    approvedAt: 'Approved on',
    app: 'Approved app',
    appOf: 'The app of {provider}',
    registration: 'Its object in your tenant',
    tenantId: 'Tenant id',
    mailed: 'It is also mailed, once, to the address that the link was sent to.',
    notMailed: 'It is not mailed: keep it from this page.',
    keep: 'Print this page, or save it as a PDF, to keep it.',
    print: 'Print or save as PDF',
  },
  checks: {
    token: 'Microsoft issued a fresh access for it',
    tenant: 'It is the right organisation',
    registration: 'The app stands in your tenant, switched on',
    assignment: 'The account may use the app',
    resources: 'Every service that is needed is there',
    permissions: 'The consent holds for the whole organisation',
    surplus: 'Nothing more was granted than was asked for',
    roles: 'The directory role is there',
    live_read: 'A live read answered',
    users: 'Your users answered a live read',
    teams: 'Telephone numbers in Teams answered a live read',
    teams_admin: 'The administration of Teams answered a live read',
    sign_in: 'The sign-in behind it is young',
    credential: 'The credential of the app is good',
    password: 'The stored password was proved',
  } satisfies Record<CheckId, string>,
  details: {
    live_read: 'Your organisation’s name, {about}. Nothing was changed',
    permissions: 'Read back from your tenant',
  },
  /** A check that did not pass: what was found, and what is left open when it was not tried or not answered. */
  notPassed: {
    token: { found: 'No fresh access was issued', open: 'Not tried: a fresh access' },
    tenant: { found: 'Another organisation answered', open: 'Not confirmed: the organisation' },
    registration: {
      found: 'The app is missing in your tenant, or switched off',
      open: 'Not looked at: the app in your tenant',
    },
    assignment: { found: 'The account is not assigned to the app', open: 'Not looked at: who may use the app' },
    resources: {
      found: 'A service that is needed is missing, or switched off',
      open: 'Not looked at: the services that are needed',
    },
    permissions: { found: 'Not granted for the whole organisation', open: 'Not read back: what was approved' },
    surplus: { found: 'More is granted than was asked for', open: 'Not looked at: whether more is granted' },
    roles: { found: 'A directory role is missing', open: 'Not read: the directory roles' },
    live_read: { found: 'A live read was refused', open: 'Not tried: a live read' },
    users: { found: 'A live read of users was refused', open: 'Not tried: a live read of users' },
    teams: {
      found: 'A live read of telephone numbers in Teams was refused',
      open: 'Not tried: a live read of telephone numbers in Teams',
    },
    teams_admin: {
      found: 'A live read of the administration of Teams was refused',
      open: 'Not tried: a live read of the administration of Teams',
    },
    sign_in: { found: 'The sign-in behind it ends soon', open: 'Not looked at: the sign-in behind it' },
    credential: { found: 'The credential of the app ends soon', open: 'Not looked at: the credential of the app' },
    password: { found: 'The stored password is old or not needed', open: 'Not looked at: the stored password' },
  } satisfies Record<CheckId, { readonly found: string; readonly open: string }>,
  findings: {
    granted: 'For the whole organisation',
    one_person: 'For one person only',
    missing: 'Not granted',
    disabled: 'Switched off by Microsoft',
    skipped: 'Not possible: the service is not in your tenant',
    surplus: 'Granted, though not asked for',
  },
} as const;

/** Approved for one person only. */
export const boxNotTicked = {
  title: 'One box was not ticked',
  again: 'Approve once more, for {organization}. Nothing is lost.',
  box: 'Consent on behalf of your organization',
  boxState: 'Not ticked',
  boxReason: 'This box stayed empty. The next page has none: it always asks for the whole organisation.',
  rightTenant: 'Right organisation',
  holdsFor: 'The consent holds for {account} only',
  holdsForOne: 'The consent holds for one person only',
  readBack: 'Read back {time}',
  approve: 'Approve for the organisation',
  others: 'A Cloud Application Administrator can do this too. Not you? Forward the message with the link.',
} as const;

/** Too early to say. */
export const settling = {
  title: 'Approved. Microsoft needs a few minutes',
  lead: 'Too early to say whether it works, until {time}. We look again by ourselves, and {provider} is told.',
  next: 'Nothing to do. You can close this tab, or look again in a minute.',
  look: 'Look again',
} as const;

/** Consented, and something is in the way. */
export const actionNeeded = {
  title: 'Approved, and one thing is still in the way',
  blocked: 'Approved, and a policy stands in the way',
  unknown: 'Approved, and not proved yet',
  look: 'Look again',
  forSupport: 'For whoever helps you',
  code: 'Microsoft’s code',
  correlation: 'Correlation id',
  request: 'Request id',
  looked: 'What was looked at',
} as const;

/** An account of another organisation. */
export const wrongTenant = {
  title: 'That was another organisation',
  lead: 'Nothing was kept. Sign in again with an account of {organization}.',
  invited: 'Invited',
  signedInTo: 'You signed in to',
  kept: 'Kept',
  keptNothing:
    'Nothing. In the other organisation the app of {provider} may remain; an administrator there can delete it.',
  again: 'Choose another account',
  rightOne: 'Is the other organisation the right one?',
  thenNew: 'Then ask {sender} of {provider} for a new invitation.',
} as const;
