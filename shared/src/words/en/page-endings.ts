interface EndingWords {
  /** What happened. */
  readonly title: string;
  readonly lead: string;
  /** The one thing to do now; stands above the button, where there is one. */
  readonly next: string;
}

/** How else it can end: a refusal, an invitation that is over, an answer that does not count. */
export const endings = {
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
  approval_requested: {
    title: 'Approval requested',
    lead: 'This account may not approve by itself. A reviewer of your organisation decides, in the portal, under Admin consent requests.',
    next: 'Once the reviewer has approved, start again with the same account. Microsoft tells that account by mail.',
  },
  approval_seen: {
    title: 'Your organisation has approved',
    lead: 'The app stands in your organisation now: a reviewer has let it in. One step is left.',
    next: 'Start again with the same account as before.',
  },
  expired: {
    title: 'This invitation has expired',
    lead: 'It can no longer be used. Nothing was approved by it.',
    next: 'Do you still want to approve? {provider} can send a new one.',
  },
  used: {
    title: 'This invitation has done its work',
    lead: 'The approval is on record, and {provider} knows of it. The link cannot be used again.',
    next: 'Nothing to do. You can close this tab.',
  },
  cancelled: {
    title: 'This invitation was cancelled',
    lead: '{provider} took it back. It can no longer be used.',
    next: 'It was sent by {sender}. Does that surprise you? Then ask there.',
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
    next: 'Start again. If it stays like this, send the line “Request” to {provider}.',
  },
  request_refused: {
    title: 'The request came from another site',
    lead: 'Nothing happened: only the button on the page itself may do this.',
    next: 'Open the link from the message and use its button.',
  },
  clocks_differ: {
    title: 'The clocks do not agree',
    lead: 'By the clock of this service, Microsoft’s answer is of another time, so it could not be verified. Nothing was kept.',
    next: 'Tell {provider} that the clock of their server is wrong. Then start again.',
  },
  too_large: {
    title: 'That was too much text',
    lead: 'Nothing of it was read, and nothing was changed.',
    next: 'Go back, and paste only the lines with the error, its ids and its time.',
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
    next: 'Try again. If it stays like this, send the line “Request” to {provider}.',
  },
} as const satisfies Record<string, EndingWords>;
