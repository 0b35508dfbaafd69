/** Who asks, for what, and what is needed; then on to Microsoft. */
export const invitation = {
  lead: '{sender} of {provider} sent this for your order: {service}, {users}. You approve it once, on Microsoft’s own page. You can take it back at any time.',
  users: { one: '{count} user', other: '{count} users' },
  could: 'What {provider} could do',
  never: 'What it could never do',
  changes: {
    title: 'What changes in your tenant',
    keeps: 'You approved this before; it stays as it is',
    wouldRevoke: 'You granted this before, and it is not asked for: the new approval may take it away',
    unavailable: 'The service for this is not in your tenant; nobody can approve it yet',
  },
  takeBack: 'How you take it back',
  appId: 'Application id',
  takeBackSteps:
    'In the Entra admin centre: Enterprise apps, the app of {provider}, Properties, Delete. You do not need us for that. Access that was already issued ends within about an hour.',
  facts: 'Before you start',
  organization: 'Organisation',
  tenant: 'Tenant',
  role: 'Role needed',
  /** Why this role: by the page that Microsoft shows, and by what is asked for. */
  roleReasons: {
    box: 'Nobody less can tick the box that Microsoft shows.',
    no_box: 'A Global Administrator can approve it, too.',
  },
  box: 'Box to tick',
  boxName: 'Consent on behalf of your organization',
  boxReason: 'It is empty at first. Without it you approve for yourself only.',
  noBox: 'There is none',
  noBoxReason: 'This page of Microsoft’s always asks for the whole organisation.',
  validUntil: 'Valid until',
  start: 'Start',
  notYou: 'Not you?',
  forward:
    'Forward the message with the link to a {role} of {organization}. It opens on any device until it is approved.',
  before: {
    no_answer: {
      title: 'You started, and Microsoft has not answered',
      text: 'If its page shows an error, paste its text in the box below. You can start again at any time.',
    },
    declined: {
      title: 'The request was declined last time',
      text: 'Nothing was approved. If that was a mistake, start again.',
    },
    wrong_tenant: {
      title: 'Last time an account of another organisation signed in',
      text: 'Nothing was kept. Start again, and choose an account of {organization}.',
    },
    approval_requested: {
      title: 'The request waits for a reviewer of {organization}',
      text: 'The reviewer decides in the portal, under Admin consent requests. Once it is approved, start again with the same account.',
    },
    approval_seen: {
      title: 'A reviewer of {organization} has approved',
      text: 'One step is left: start again with the same account as before.',
    },
    not_allowed: {
      title: 'The account that signed in last time may not approve this',
      text: 'Start again with the account of a {role}, or forward the link to one.',
    },
  },
} as const;

/** While one is taken to Microsoft. */
export const leaving = {
  title: 'On to Microsoft',
  lead: 'You are being taken to Microsoft’s sign-in page for {organization}.',
  goesTo: 'Where you go',
  tick: 'What to do there',
  signIn: 'Sign in with an account of {organization}.',
  authorize: {
    box: 'Consent on behalf of your organization',
    boxReason: 'Tick this box. Without it you approve for yourself only.',
    accept: 'Then choose Accept. You come back here by yourself.',
  },
  adminconsent: {
    box: 'There is no box on this page',
    boxReason: 'It always asks for the whole organisation.',
    accept: 'Choose Accept. You come back here by yourself.',
  },
  link: 'Go on to Microsoft',
  stays: 'Nothing happens by itself? Use this button.',
} as const;
