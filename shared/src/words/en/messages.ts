import type { Owner, StandingKey } from '../../invitations/standing.ts';
import type { Cause } from '../../validation/verdict.ts';

interface Reason {
  /** What happened. */
  readonly what: string;
  /** The one thing to do now. */
  readonly next: string;
}

/** Letters to whoever must act: short, plain, with the way there and the ids. Names stand as {customer}, {provider}, {sender}. */
export const messages = {
  button: 'Message',
  buttonFor: 'Message to {owner}: {customer}',
  title: 'Message to {owner}',
  text: 'Read it before you send it. Nothing is sent from here.',
  subjectLabel: 'Subject',
  bodyLabel: 'Message',
  copy: 'Copy message',
  notCopied: 'The browser did not let Latchkey copy. Mark the text and copy it yourself.',
  mail: 'Open in your mail program',
  to: {
    customer: 'the customer',
    provider: 'your administrator',
    microsoft: 'Microsoft’s support',
    nobody: 'nobody',
  } satisfies Record<Owner, string>,

  hello: 'Hello,',
  bye: 'Kind regards\n{sender}, {provider}',
  subjects: {
    customer: '{provider} for {customer}: one thing to do',
    provider: '{customer}: one thing to do in Latchkey',
    microsoft: 'A question about the tenant of {customer}',
  } satisfies Record<Exclude<Owner, 'nobody'>, string>,
  about: 'This concerns {customer} and the access that {provider} has there.',
  link: 'Where: {link}',
  ids: 'For whoever looks it up:',
  code: 'Microsoft’s code: {value}',
  correlationId: 'Correlation id: {value}',
  requestId: 'Request id: {value}',
  at: 'Time: {value}',

  /** Pending invitations. Those of the customer speak to its administrator. */
  statuses: {
    draft: {
      what: 'The invitation of {customer} has no method yet, so nobody can answer it.',
      next: 'Choose a method.',
    },
    ready: {
      what: 'The invitation of {customer} is ready, and nobody has sent it.',
      next: 'Copy the link and send it to the customer’s administrator.',
    },
    link_copied: {
      what: 'You should have a link from us by which {customer} approves our access. Nobody has used it yet.',
      next: 'Open that link, or forward it to a Global Administrator. If you do not have it, tell us.',
    },
    email_sent: {
      what: 'We sent you a link by which {customer} approves our access. Nobody has used it yet.',
      next: 'Open the link from our message, or forward it to a Global Administrator.',
    },
    email_failed: {
      what: 'The message with the link for {customer} could not be delivered.',
      next: 'Compare the address, or copy the link and send it another way.',
    },
    opened: {
      what: 'Somebody started the approval for {customer}, and it is not finished.',
      next: 'Open the link from our message and finish it on Microsoft’s page.',
    },
    signed_in: {
      what: 'Somebody signed in for {customer}, and has not approved yet.',
      next: 'Open the link from our message and choose Accept on Microsoft’s page.',
    },
    approval_requested: {
      what: 'An approval was requested in your tenant, and waits for a reviewer.',
      next: 'A reviewer approves it: Entra admin centre, Enterprise apps, Admin consent requests.',
    },
    approval_seen: {
      what: 'The request of the account has been approved in your tenant.',
      next: 'Open the link from our message and start again with the same account.',
    },
    no_answer: {
      what: 'Somebody started the approval for {customer}, and Microsoft has not answered.',
      next: 'If Microsoft’s page shows an error, open the link from our message and paste the text of that page. Otherwise start again.',
    },
    consented: {
      what: '{customer} has consented, and it is not proved that it works.',
      next: 'Validate the connection: the verdict names who must act.',
    },
    box_not_ticked: {
      what: 'The approval holds for one person only: the box “Consent on behalf of your organization” was not ticked.',
      next: 'Open the link from our message once more and approve for the organisation.',
    },
    other_tenant_answered: {
      what: 'The connection of {customer} answers from another tenant than the one that was asked.',
      next: 'Cancel the invitation and start again with the right tenant.',
    },
    settling: {
      what: '{customer} has consented a short while ago, and Microsoft’s services do not all know it yet.',
      next: 'Nothing to do unless it stays: then please find out why with the ids below.',
    },
    authentication_complete: {
      what: 'The authentication of {customer} is complete.',
      next: 'Press Add to make the service.',
    },
    onboarded: { what: '{customer} is onboarded.', next: 'Nothing to do.' },
    expired: {
      what: 'The invitation of {customer} has expired.',
      next: 'Renew it, if the access is still wanted.',
    },
    new_one_asked: {
      what: 'The invitation of {customer} has expired, and the customer has asked for a new one.',
      next: 'Renew it: that makes a new link with a new term.',
    },
    declined: {
      what: 'For {customer} somebody declined the approval.',
      next: 'If that was a mistake, open the link from our message and start again. Otherwise tell us.',
    },
    wrong_tenant: {
      what: 'An account of another organisation than {customer} signed in, so nothing was approved.',
      next: 'Open the link from our message in a private window, with an account of your own organisation.',
    },
    not_allowed: {
      what: 'For {customer} an account signed in that may not approve this.',
      next: 'Forward the link from our message to a Global Administrator.',
    },
    cancelled: { what: 'The invitation of {customer} was cancelled.', next: 'Nothing to do.' },
    superseded: { what: 'A newer invitation of {customer} has replaced this one.', next: 'Nothing to do.' },
  } satisfies Record<StandingKey, Reason>,

  /** Where the customer must act on a connection in another way than on our page; the rest says what the page says. */
  causes: {
    permission_missing: {
      what: 'A permission that we need is not granted in the tenant of {customer}, so the service does not work.',
      next: 'Open the page below and grant admin consent, or ask us for a new link.',
    },
    permission_one_person: {
      what: 'A permission that we need holds for one person only in the tenant of {customer}, so the service does not work.',
      next: 'Open the page below and grant admin consent for the organisation.',
    },
    consent_missing: {
      what: 'The consent of {customer} to our app is gone, so the service does not work.',
      next: 'Open the page below and grant admin consent, or ask us for a new link.',
    },
    registration_absent: {
      what: 'Our app is no longer in the tenant of {customer}, so the service does not work.',
      next: 'We send you a link. Was it deleted on purpose? Then please tell us.',
    },
    registration_disabled: {
      what: 'Our app is switched off in the tenant of {customer}, so the service does not work.',
      next: 'Open the page below, go to Properties and set “Enabled for users to sign in” to Yes.',
    },
    sign_in_again: {
      what: 'The sign-in by which we reach the tenant of {customer} has ended.',
      next: 'We send you a link; an administrator signs in once more.',
    },
    mfa_required: {
      what: 'The tenant of {customer} now asks our sign-in for MFA, which nobody was there to answer.',
      next: 'We send you a link; an administrator signs in once more, with MFA.',
    },
    conditional_access: {
      what: 'A Conditional Access policy of {customer} blocks our app.',
      next: 'Look up the correlation id in the Entra sign-in log, see which policy it was, and let the app pass.',
    },
    account_disabled: {
      what: 'The account by which {customer} approved is disabled or locked.',
      next: 'Enable it, or tell us who approves in its place.',
    },
    permission_surplus: {
      what: 'It works. More is granted to our app in the tenant of {customer} than we need.',
      next: 'You may revoke what is not needed, on the page below.',
    },
    permission_optional_missing: {
      what: 'It works. A permission that would be useful to {customer} is not granted in its tenant.',
      next: 'You may grant it on the page below.',
    },
  } satisfies Partial<Record<Cause, Reason>>,
} as const;
