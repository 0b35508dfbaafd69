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
  invite: { one: 'Make an invitation for {count}', other: 'Make invitations for {count}' },
  made: { one: '{count} invitation is ready to be sent.', other: '{count} invitations are ready to be sent.' },
  toPending: 'Go to Pending Invitations',
} as const;
