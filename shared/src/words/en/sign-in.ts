/** The sign-in page of the extension. */
export const signIn = {
  title: 'Sign in to Latchkey',
  text: 'Use your {provider} account. Microsoft’s page opens in its own window; Latchkey sees no password.',
  textNoName: 'Use your provider’s account. Microsoft’s page opens in its own window; Latchkey sees no password.',
  button: 'Sign in',
  waiting: 'Microsoft’s sign-in is open in its own window',
  checking: 'Latchkey checks who you are',
  done: 'You are signed in as {name}, {role}.',
  toConsole: 'Open the console',
  closed: {
    title: 'Microsoft’s window was closed before you signed in.',
    nextStep: 'Press Sign in to open it again.',
  },
  not_shown: {
    title: 'Microsoft’s page ended with an error.',
    nextStep:
      'That happens with an account of another organisation, or without a network. Try your provider’s account.',
  },
  refused: {
    title: 'Microsoft did not let the sign-in through.',
    nextStep: 'Read the code below; your administrator can look it up. Then try again.',
  },
  unreachable: {
    title: 'Microsoft’s sign-in was not reached.',
    nextStep: 'Check the network, then try again.',
  },
  code: 'Microsoft’s code',
  server: 'Latchkey at {origin}',
  change: 'Change the address',
} as const;
