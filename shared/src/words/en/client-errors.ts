/** What only a client can see of a call that went wrong; all else stands in `errors`. */
export const clientErrors = {
  offline: {
    title: 'Latchkey was not reached.',
    nextStep: 'Nothing is lost. Try again; if it stays, compare the address in the settings.',
  },
  reply_unreadable: {
    title: 'The answer is not one of Latchkey’s.',
    nextStep: 'Compare the address in the settings; if it is right, this extension is too old for the server.',
  },
  problem_unknown: {
    title: 'The server names a reason that this version does not know: {code}.',
    nextStep: 'Update the extension, or send the reference to your administrator.',
  },
  reference: 'Reference',
} as const;
