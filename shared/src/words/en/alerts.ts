/** Alerts: where they are sent. */
export const alerts = {
  title: 'Alerts',
  text: 'A signed message to a system of yours each time a connection begins or ceases to work, and when a credential comes near its end.',
  none: 'Nobody is told yet.',
  on: 'On',
  off: 'Off',
  waiting: { one: '{count} waits to be sent', other: '{count} wait to be sent' },
  failed: { one: '{count} was given up', other: '{count} were given up' },
  delivered: 'last taken {time}',
  neverDelivered: 'none taken yet',
  quiet: 'quiet from {from} until {until}, {zone}',
  turnOff: 'Turn off',
  turnOn: 'Turn on',
  remove: 'Remove',
  replay: 'Send all again',
  replayed: { one: '{count} alert is sent again.', other: '{count} alerts are sent again.' },
  add: 'Add target',
  addHint: 'A name, an address and a secret are needed.',
  name: 'Name',
  nameHint: 'Lower case, digits and hyphens.',
  address: 'Address',
  addressHint: 'With https, and public.',
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
