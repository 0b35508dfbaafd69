/**
 * The card on the provider's own console. The page beneath can read the card, so it names no customer
 * but the one whose page this is.
 */
export const providerConsole = {
  region: 'Latchkey connection',
  title: 'Token connection',
  pill: 'Latchkey',
  close: 'Close until this page is loaded again',
  makeSmall: 'Make small',
  move: 'Move to the next corner',
  validate: 'Validate',
  validating: 'Validating with a fresh token',
  resume: 'Resume onboarding',
  addNewCustomer: 'Add New Customer',
  signIn: 'Sign in',
  openInLatchkey: 'Open in Latchkey',
  live: 'Live',
  returns: 'These buttons return with the connection.',
  asOf: 'As of {time}',
  onAddress: 'Named by this page’s address',
  invitation: 'Invitation',
  noConnection: 'No connection yet',
  noInvitation: 'No invitation is pending either.',
  notValidated: 'The validation did not take place. Nothing is known of it; try again.',
  readOnly: 'Operators act here. You may read and validate.',
  situations: {
    reading: { title: 'Asking Latchkey how it stands', text: '' },
    offline: {
      title: 'No connection to Latchkey',
      text: 'What you see is what was known before. It comes back by itself.',
    },
    'signed-out': {
      title: 'Nobody is signed in to Latchkey',
      text: 'Sign in, and this card shows how the connection of this customer stands.',
    },
    'not-ours': {
      title: 'Not a customer in Latchkey yet',
      text: 'This page’s address names {name}. Latchkey knows nobody of that name.',
    },
    nobody: {
      title: 'No customer on this page',
      text: 'Latchkey reads the customer from the address only, never from the page. Open a customer’s page.',
    },
  },
} as const;

/** The offer to work on it, in the popup. */
export const consoleOffer = {
  here: 'Latchkey can show the connection right on this page. The browser asks you first.',
  allow: 'Show Latchkey on {console}',
} as const;

/** The same in the settings. */
export const consoleSetting = {
  title: 'Your own console',
  none: 'Your provider has told Latchkey of no console of its own.',
  unknown: 'Known once Latchkey was reached.',
  off: 'Latchkey can stand beside you on {console}, {origin}, with the connection of the customer on the page. It reads the address of the page and nothing in it. The browser asks you first.',
  on: 'Latchkey stands beside you on {console}, {origin}. It reads the address of the page and nothing in it.',
  allow: consoleOffer.allow,
  withdraw: 'Withdraw',
  refused: 'The browser did not allow it. Nothing has changed.',
  unusable: 'The address that your provider gave for its console is none on which Latchkey works.',
} as const;
