import type { Cause, CheckId } from '../../validation/verdict.ts';

interface EndingWords {
  /** What happened. */
  readonly title: string;
  readonly lead: string;
  /** The one thing to do now; stands above the button, where there is one. */
  readonly next: string;
}

interface CauseWords {
  readonly happened: string;
  readonly next: string;
}

/** Who reads: a customer's administrator without the extension. Names stand as {provider}, {organization}, {sender}. */
export const pages = {
  footer: {
    invitation: 'Invitation for {organization}',
    reference: 'Reference {reference}',
    sentThrough: 'Sent through Latchkey',
  },
  openMicrosoft: 'The next page is Microsoft’s own. Your password stays between you and Microsoft.',

  services: {
    'direct-routing': {
      name: 'Direct Routing',
      asks: '{provider} asks to run Teams calling for {organization}',
      can: '{provider} can now run Teams calling for {organization}.',
      oneOnly: 'You approved for yourself only, so calling would work for nobody else at {organization}.',
    },
  },

  landing: {
    title: 'Your invitation',
    heading: 'Open your invitation',
    lead: 'An administrator of your organisation was sent a link to this page, with a code below it.',
    opening: 'One moment: your invitation is being opened.',
    withoutScript:
      'Your browser runs no script here, so the link alone cannot open the invitation. Type the code instead.',
    incomplete: {
      title: 'This link arrived incomplete',
      lead: 'Its last part was lost on the way; some mail programs do that. The code does the same.',
    },
    unknown: {
      title: 'This link is not known here',
      lead: 'Open the link from the message once more. If it stays like this, ask who sent it for a new one, or type the code.',
    },
    ticket: {
      title: 'This start address is used up or too old',
      lead: 'It is good once, for ten minutes. In the console, click “here” once more.',
    },
    unreachable: {
      title: 'Your invitation was not reached',
      lead: 'The network or this service did not answer. Nothing is lost.',
      retry: 'Try again',
    },
    tooMany: {
      title: 'Too many tries in a short time',
      lead: 'Wait a minute, then open the link again.',
    },
    code: {
      label: 'Code from the message',
      hint: '16 letters and digits, below the link. Capital or small, with or without hyphens.',
      submit: 'Open the invitation',
      problem: 'The code was not taken',
      unknown: 'This code is not known here. Compare it with the message, character by character.',
      malformed: 'This is not a whole code: it has 16 letters and digits.',
      too_many: 'Too many tries in a short time. Wait a minute, then try once more.',
    },
  },

  invitation: {
    lead: '{sender} of {provider} sent this for your order: {service}, {users}. You approve it once, on Microsoft’s own page. You can take it back at any time.',
    users: { one: '{count} user', other: '{count} users' },
    could: 'What {provider} could do',
    never: 'What it could never do',
    takeBack: 'How you take it back',
    takeBackSteps:
      'In the Entra admin centre: Enterprise apps, the app of {provider}, Properties, Delete. You do not need us for that. Access that was already issued ends within about an hour.',
    facts: 'Before you start',
    organization: 'Organisation',
    tenant: 'Tenant',
    role: 'Role needed',
    roleName: 'Global Administrator',
    roleReason: 'Nobody less can tick the box that Microsoft shows.',
    box: 'Box to tick',
    boxName: 'Consent on behalf of your organization',
    boxReason: 'It is empty at first. Without it you approve for yourself only.',
    validUntil: 'Valid until',
    start: 'Start',
    notYou: 'Not the right person? Forward the message with the link to an administrator of {organization}.',
    before: {
      no_answer: {
        title: 'You started, and Microsoft has not answered',
        text: 'If its page shows an error, send that text to {provider}. You can start again at any time.',
      },
      declined: {
        title: 'The request was declined last time',
        text: 'Nothing was approved. If that was a mistake, start again.',
      },
      wrong_tenant: {
        title: 'Last time an account of another organisation signed in',
        text: 'Nothing was kept. Start again, and choose an account of {organization}.',
      },
      not_allowed: {
        title: 'The account that signed in last time may not approve this',
        text: 'Start again with a Global Administrator’s account, or forward the link to one.',
      },
    },
  },

  leaving: {
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
  },

  proved: {
    title: 'Done, and proved',
    close: 'You can close this tab.',
    heading: 'What was proved',
    signedIn: 'You signed in to {organization}',
    atRisk: 'It works. One thing is worth knowing',
    permissions: 'What you approved',
    checks: {
      token: 'Microsoft issued a fresh access for it',
      tenant: 'It is the right organisation',
      registration: 'The app stands in your tenant, switched on',
      permissions: 'The box was ticked: the consent holds for the whole organisation',
      surplus: 'Nothing more was granted than was asked for',
      live_read: 'A live read answered',
    } satisfies Record<CheckId, string>,
    details: {
      live_read: 'Your organisation’s name, {about}. Nothing was changed',
      permissions: 'Read back from your tenant',
    },
    notProved: {
      token: 'No fresh access was issued',
      tenant: 'Not confirmed: the organisation',
      registration: 'Not confirmed: the app in your tenant',
      permissions: 'Not confirmed: the permissions for the whole organisation',
      surplus: 'More is granted than was asked for',
      live_read: 'Not confirmed: a live read',
    } satisfies Record<CheckId, string>,
    findings: {
      granted: 'For the whole organisation',
      one_person: 'For one person only',
      missing: 'Not granted',
      disabled: 'Switched off by Microsoft',
      surplus: 'Granted, though not asked for',
    },
  },

  boxNotTicked: {
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
  },

  settling: {
    title: 'Approved. Microsoft is still spreading the news',
    lead: 'Too early to say whether it works, until {time}. We look again by ourselves, and {provider} is told.',
    next: 'Nothing to do. You can close this tab, or look again in a minute.',
    look: 'Look again',
  },

  actionNeeded: {
    title: 'You approved, and one thing is still in the way',
    blocked: 'You approved, and a policy stands in the way',
    unknown: 'You approved, and it is not proved yet',
    look: 'Look again',
    forSupport: 'For whoever helps you',
    code: 'Microsoft’s code',
    correlation: 'Correlation id',
    request: 'Request id',
    looked: 'What was looked at',
  },

  /** Why a consent is not proved, said to the customer's administrator. */
  causes: {
    all_proved: { happened: 'Everything was proved.', next: 'Nothing to do.' },
    never_validated: {
      happened: 'Nobody has checked yet whether it works.',
      next: '{provider} checks it. Nothing to do for you.',
    },
    permission_missing: {
      happened: 'A permission that is needed was not granted.',
      next: 'Approve once more, for the organisation.',
    },
    permission_one_person: {
      happened: 'A permission holds for one person only.',
      next: 'Approve once more, for the organisation.',
    },
    permission_disabled: {
      happened: 'Microsoft has switched off a permission that is needed.',
      next: '{provider} takes it up with Microsoft. Nothing to do for you.',
    },
    permission_optional_missing: {
      happened: 'A permission that is useful, not needed, was not granted.',
      next: 'You may leave it so.',
    },
    permission_surplus: {
      happened: 'More is granted in your tenant than {provider} asked for.',
      next: 'You may revoke what was not asked for.',
    },
    tenant_mismatch: {
      happened: 'The answer came from another organisation than {organization}.',
      next: '{provider} cancels this invitation and sends a new one.',
    },
    registration_absent: {
      happened: 'The app of {provider} is not in your tenant.',
      next: 'Approve once more, for the organisation.',
    },
    registration_disabled: {
      happened: 'The app of {provider} is switched off in your tenant.',
      next: 'In the Entra admin centre: Enterprise apps, the app, Properties, “Enabled for users to sign in”. Then look again.',
    },
    registration_blocked_by_microsoft: {
      happened: 'Microsoft has disabled the app of {provider}.',
      next: '{provider} must take that up with Microsoft. Nothing to do for you.',
    },
    consent_missing: {
      happened: 'The consent is gone, or was never given.',
      next: 'Approve once more, for the organisation.',
    },
    sign_in_again: {
      happened: 'The sign-in behind the approval has ended.',
      next: '{provider} sends a new invitation. Nothing to do for you until then.',
    },
    mfa_required: {
      happened: 'Your organisation asks for a second factor that was not given.',
      next: '{provider} sends a new invitation. Complete the second factor when you sign in.',
    },
    conditional_access: {
      happened: 'A Conditional Access policy of {organization} blocks the app of {provider}.',
      next: 'Look up the correlation id in your sign-in log, and let the app pass. Then tell {provider}.',
    },
    account_disabled: {
      happened: 'The account that approved is disabled or locked.',
      next: 'Enable it, then look again.',
    },
    provider_credential: {
      happened: 'Microsoft did not accept the credential of {provider} itself.',
      next: '{provider} must mend it. Nothing to do for you.',
    },
    token_refused: {
      happened: 'Microsoft refused access, for a reason that we do not know.',
      next: 'Send the code and the ids below to {provider}.',
    },
    token_not_fresh: {
      happened: 'Microsoft answered with an access from before your approval. That says nothing about it.',
      next: 'Look again in a few minutes.',
    },
    grants_unreadable: {
      happened: 'What you approved could not be read back, so nothing is known about it.',
      next: 'Look again in a few minutes. If it stays, send the ids below to {provider}.',
    },
    organization_unreadable: {
      happened: 'The live read was refused, so nothing is known about it.',
      next: 'Look again in a few minutes. If it stays, send the ids below to {provider}.',
    },
    propagation: {
      happened: 'Microsoft’s services may not know your approval yet.',
      next: 'Nothing to do: we look again by ourselves.',
    },
    throttled: {
      happened: 'Microsoft asked us to slow down. That says nothing about your approval.',
      next: 'Nothing is lost. Look again in a few minutes.',
    },
    no_network: {
      happened: 'Microsoft was not reached. That says nothing about your approval.',
      next: 'Nothing is lost. Look again in a few minutes.',
    },
    too_old: {
      happened: 'The last proof is more than 36 hours old, so it is not shown as one.',
      next: '{provider} checks it again. Nothing to do for you.',
    },
  } satisfies Record<Cause, CauseWords>,

  wrongTenant: {
    title: 'That was another organisation',
    lead: 'Nothing was kept. Sign in again with an account of {organization}.',
    invited: 'Invited',
    signedInTo: 'You signed in to',
    kept: 'Kept',
    keptNothing:
      'Nothing. In the other organisation the app of {provider} may remain; an administrator there can delete it.',
    again: 'Choose another account',
    rightOne: 'Is the other organisation the right one?',
    thenNew: 'Then {provider} must send a new invitation.',
  },

  /** Buttons and lines that several endings share. */
  ways: {
    start: 'Start again',
    otherAccount: 'Start with another account',
    invitation: 'See the request again',
    result: 'See how things stand',
    reference: 'Reference',
  },

  endings: {
    declined: {
      title: 'The request was declined',
      lead: 'Nothing was approved, and nothing was kept. {provider} sees that it was declined.',
      next: 'If that was a mistake, look at the request once more and start again.',
    },
    not_allowed: {
      title: 'This account may not approve',
      lead: 'Microsoft lets only certain administrators approve this for an organisation. Nothing was kept.',
      next: 'Forward the message with the link to a Global Administrator. Are you one, with another account? Then start with that.',
    },
    no_answer: {
      title: 'Microsoft has not answered',
      lead: 'You started, and no answer came back. Some of Microsoft’s errors stay on its own page.',
      next: 'If its page shows an error, send that text to {provider}. Otherwise start again.',
    },
    expired: {
      title: 'This invitation has expired',
      lead: 'It can no longer be used. Nothing was approved by it.',
      next: 'Ask {provider} for a new one.',
    },
    used: {
      title: 'This invitation has done its work',
      lead: 'The approval is on record, and {provider} knows of it. The link cannot be used again.',
      next: 'Nothing to do. You can close this tab.',
    },
    cancelled: {
      title: 'This invitation was cancelled',
      lead: '{provider} took it back. It can no longer be used.',
      next: 'Does that surprise you? Ask {provider}.',
    },
    invitation_superseded: {
      title: 'A newer invitation has replaced this one',
      lead: 'This one can no longer be used.',
      next: 'Open the link in the newest message from {provider}.',
    },
    start_superseded: {
      title: 'You started again in another window',
      lead: 'Only the newest start counts, so this answer was not taken. Nothing is lost.',
      next: 'Go on in the newer window. Is it gone? Then start once more here.',
    },
    link_unknown: {
      title: 'This link is not known here',
      lead: 'It may have been cut or changed on the way.',
      next: 'Open the link from the message once more, or ask who sent it for a new one.',
    },
    visit_missing: {
      title: 'Open the link from the message',
      lead: 'This page shows an invitation only to a browser that came by its link.',
      next: 'Open the link from the message once more, in this browser.',
    },
    answer_unknown: {
      title: 'This answer belongs to nothing that was started here',
      lead: 'It was not taken, and nothing was changed.',
      next: 'Open the link from the message and press Start.',
    },
    answer_elsewhere: {
      title: 'The answer came to another browser',
      lead: 'Only the browser that started may bring Microsoft’s answer back, so it was not taken.',
      next: 'Open the link from the message in this browser, and press Start.',
    },
    answer_used: {
      title: 'This answer was already taken',
      lead: 'Each answer counts once. Coming back to it changes nothing.',
      next: 'See how things stand, or open the link from the message.',
    },
    answer_late: {
      title: 'The answer came too late',
      lead: 'More than 30 minutes had passed since you started, so it was not taken.',
      next: 'Open the link from the message, and start again.',
    },
    answer_refused: {
      title: 'Microsoft’s answer did not hold',
      lead: 'It could not be verified, so nothing was taken from it.',
      next: 'Start again. If it stays like this, send the reference to {provider}.',
    },
    request_refused: {
      title: 'The request came from another site',
      lead: 'Nothing happened: only the button on the page itself may do this.',
      next: 'Open the link from the message and use its button.',
    },
    too_many: {
      title: 'Too many tries in a short time',
      lead: 'Nothing is lost.',
      next: 'Wait a minute, then try again.',
    },
    microsoft_unreachable: {
      title: 'Microsoft was not reached',
      lead: 'That says nothing about your approval. Nothing is lost.',
      next: 'Try again in a minute.',
    },
    sealed: {
      title: 'This service is not ready',
      lead: 'Nothing was touched, and nothing is lost.',
      next: 'Try again later, or tell {provider}.',
    },
    unexpected: {
      title: 'Something went wrong here',
      lead: 'Nothing was half done.',
      next: 'Try again. If it stays like this, send the reference to {provider}.',
    },
  } satisfies Record<string, EndingWords>,

  /** "What it could never do": each stands only if no requested permission allows it (permissions/never). */
  never: {
    mail: 'Read or send mail, or open calendars',
    files: 'Open files in OneDrive or SharePoint',
    chats: 'Read chats or channel messages',
    passwords: 'See or change a password',
    accounts: 'Add or delete users',
    roles: 'Give anyone an administrator’s role',
    apps: 'Add other apps, or approve them',
    devices: 'Add, change or wipe devices',
  },
} as const;
