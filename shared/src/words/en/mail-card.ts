import type { MailKind } from '../../mail/mail-kind.ts';

/** The link by mail, on the page of an invitation. */
export const mailCard = {
  title: 'Or send it by mail',
  text: 'We write to the administrator of {customer}: who asks, for what and why, and the link. Until it is taken it is tried each minute.',
  notSetUp: 'No mail server is set up, so nothing can be sent from here. Copy the link, or renew it.',
  address: 'Mail address of the administrator',
  addressHint: 'One plain address. It is worth an approval: write to that person only.',
  send: 'Send the link by mail',
  resend: 'Send the same link again',
  remind: 'Send a reminder',
  expiredTitle: 'Renew the invitation',
  expiredText:
    'It has expired, so nobody can start with its link. Renewed, it has another link and another term; until then nothing can be sent.',
  expiredDraft: 'It expired before a method was chosen. Renewed, it has another term, and the method is chosen next.',
  renew: 'Renew the link',
  renewTitle: 'Renew the link of {customer}?',
  renewDraftTitle: 'Renew the invitation of {customer}?',
  renewText:
    'There will be another link, and the one before is worthless at once: whoever opens it is told that it was renewed. What is under way in a browser comes too late.',
  days: 'Days until it expires',
  daysHint: '{from} to {to}',
  renewOnly: 'Renew, and send nothing',
  renewAndSend: 'Renew and send',
  renewNo: 'Keep the link',
  renewed: 'The link is renewed. Nobody has it yet.',
  renewedDraft: 'The invitation is renewed. Choose a method.',
  renewedAndSent: 'The link is renewed, and on its way to {to}.',
  preview: 'What is sent',
  previewText: 'The link and the code are made when the mail is sent.',
  close: 'Close',
  queued: { invitation: 'On its way to {to}.', reminder: 'The reminder is on its way to {to}.' } satisfies Record<
    MailKind,
    string
  >,
  never: 'Not mailed yet.',
  waiting: 'On its way to {to}, asked for by {name}.',
  retrying: {
    one: 'Tried {count} time for {to}: {why}. Waiting for the next try at {next}.',
    other: 'Tried {count} times for {to}: {why}. Waiting for the next try at {next}.',
  },
  sent: { invitation: 'Sent to {to} {time}.', reminder: 'Reminder sent to {to} {time}.' } satisfies Record<
    MailKind,
    string
  >,
  sentFormer: 'The link before this one was sent to {to} {time}. Nobody has this one yet.',
  failed: 'Given up for {to} {time}: {why}. Look at why, and send it again.',
  dropped: 'Not sent to {to}: the invitation changed before it left.',
  hidden: 'the administrator',
  reminds: {
    one: 'Whoever has not answered is reminded by itself, once, {count} day before the end.',
    other: 'Whoever has not answered is reminded by itself, once, {count} days before the end.',
  },
  createdBy: 'Created by {name}.',
  reference: 'Created by {name}, reference {reference}.',
} as const;
