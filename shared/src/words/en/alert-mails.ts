import type { VerdictName } from '../../validation/verdict.ts';

/** Alerts as a mail to a person: what changed, for whom, since when, who must act. Names stand as {customer}, {provider}. */
export const alertMails = {
  changed: {
    subject: '{customer}: {verdict}',
    titles: {
      working: 'The connection to {customer} works',
      degraded: 'The connection to {customer} works, and is at risk',
      settling: 'The connection to {customer} is settling',
      action_needed: 'The connection to {customer} needs somebody to act',
      blocked: 'A policy of {customer} blocks the connection',
      unreachable: 'The connection to {customer} was not reached',
      unknown: 'How the connection to {customer} stands is not known',
    } satisfies Record<VerdictName, string>,
    again: 'The connection to {customer} works again',
  },
  expires: {
    subject: { one: '{what}: {count} day left', other: '{what}: {count} days left' },
    ended: '{what} has ended',
    titles: { one: '{what} ends in {count} day', other: '{what} ends in {count} days' },
    endedTitle: '{what} has ended',
    /** Of the provider's own application, for all customers at once. */
    ours: { secret: 'Your app’s client secret', certificate: 'Your app’s certificate' },
    theirs: {
      secret: '{customer}: the client secret',
      certificate: '{customer}: the certificate',
      sign_in: '{customer}: the sign-in',
    },
    oursText: 'Every connection of every customer stands on it. What is at its end works for nobody.',
    theirsText: 'The connection to {customer} stands on it.',
    oursNext: 'Make a new one in your app’s registration, and give it to the deployment before that day.',
    theirsNext: 'Make or ask for a new one before that day, and give it under M365 Settings.',
    signInNext: 'Validate the connection: that renews it. If that fails, send the customer’s administrator a new link.',
  },
  test: {
    subject: 'Latchkey: a test message',
    title: 'Alerts of {provider} arrive here',
    text: 'Somebody pressed Test for this address. Nothing has happened to any connection.',
    next: 'Nothing to do.',
  },
  next: 'Next step',
  who: 'Who must act',
  whoIs: { customer: '{customer}', provider: 'You, {provider}', microsoft: 'Microsoft', nobody: 'Nobody' },
  before: 'Before',
  now: 'Now',
  never: 'Nothing proved yet',
  since: 'Since',
  ends: 'Ends',
  evidence: 'How we know',
  atConsole: 'Open {customer} in {console}',
  inLatchkey: 'In Latchkey',
  inLatchkeyHint: 'Copy this address into the browser that has Latchkey.',
  foot: 'You get this because “{target}” of {provider}’s alerts leads to {address}. An Admin changes that in Latchkey, under Settings, Alert targets.',
} as const;
