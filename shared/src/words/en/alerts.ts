import type { DeliveryFault } from '../../alerts/delivery-fault.ts';

/** Alerts: where they are sent. */
export const alerts = {
  title: 'Alerts',
  text: 'A signed message to a system of yours, or a mail to somebody, each time a connection begins or ceases to work, and when a credential comes near its end.',
  none: 'Nobody is told yet.',
  on: 'On',
  off: 'Off',
  waiting: { one: '{count} waits to be sent', other: '{count} wait to be sent' },
  failed: { one: '{count} was given up', other: '{count} were given up' },
  delivered: 'last taken {time}',
  neverDelivered: 'none taken yet',
  lastFailure: '{why} {time}',
  faults: {
    not_reached: 'nobody answered there',
    answered: 'it answered {code}',
    not_encrypted: 'the mail server did not encrypt the line, so nothing was sent',
    not_signed_in: 'the mail server did not take our account or its password',
    not_now: 'the mail server said no for the moment ({code})',
    refused: 'the mail server refused it for good ({code})',
    not_set_up: 'no mail server is set up, so nothing is sent; what waits is kept',
    not_written: 'it could not be written; the words of the mail and the server’s log tell more',
  } satisfies Record<DeliveryFault, string>,
  quiet: 'quiet from {from} until {until}, {zone}',
  turnOff: 'Turn off',
  turnOn: 'Turn on',
  remove: 'Remove',
  test: 'Test',
  tested: 'A test message was taken.',
  testFailed: 'The test message was not taken: {why}.',
  replay: 'Send all again',
  replayed: { one: '{count} alert is sent again.', other: '{count} alerts are sent again.' },
  add: 'Add target',
  addHint: 'A name and an address are needed, and for a system a secret.',
  name: 'Name',
  nameHint: 'Lower case, digits and hyphens.',
  address: 'Address',
  addressHint: 'A mail address, or one with https that is public.',
  secret: 'Secret',
  secretHint: '24 characters or more. It goes in and never comes out; the receiver checks the signature by it.',
  quietFrom: 'Quiet from',
  quietUntil: 'Quiet until',
  quietHint: 'Empty for none. What is true at their end is sent then.',
  adminOnly: 'Only an Admin changes this.',
} as const;

/** Who must approve a newer version of a permission profile. */
export const approveAgain = {
  title: 'Who must approve again',
  text: {
    one: '{count} customer lacks what version {version} requires.',
    other: '{count} customers lack what version {version} requires.',
  },
  nobody: 'Everybody has approved what is asked for.',
  customer: '{customer} lacks {lacks}',
  pending: { replaceable: '(an older invitation is pending)', stays: '(its invitation is pending)' },
  inviteOne: 'Invite again',
  invite: { one: 'Make an invitation for {count}', other: 'Make invitations for {count}' },
  made: { one: '{count} invitation is ready to be sent.', other: '{count} invitations are ready to be sent.' },
  kept: {
    one: '{count} customer keeps the invitation that is pending.',
    other: '{count} customers keep the invitations that are pending.',
  },
  toPending: 'Go to Pending Invitations',
} as const;

/** Before a new invitation takes the place of what is pending. */
export const replacing = {
  title: { one: 'Replace {count} pending invitation?', other: 'Replace {count} pending invitations?' },
  text: {
    one: 'Nobody has approved it yet. A new invitation takes its place.',
    other: 'Nobody has approved them yet. New invitations take their place.',
  },
  link: {
    one: 'Its link ends at once, and says to open the newest message. The new invitation still has to be sent.',
    other: 'Their links end at once, and say to open the newest message. The new invitations still have to be sent.',
  },
  no: 'Replace nothing',
  others: { one: 'Only invite {count} without one', other: 'Only invite the {count} without one' },
  yes: { one: 'Replace {count} and invite', other: 'Replace {count} and invite' },
  replaced: { one: '{count} older invitation was replaced.', other: '{count} older invitations were replaced.' },
} as const;
