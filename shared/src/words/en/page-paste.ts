/** The box for an error that stayed on Microsoft's page, and what is said of it. */
export const paste = {
  title: 'Microsoft’s page shows an error? Paste it',
  label: 'Text of the page',
  hint: 'Copy what the page says, with its code and ids. Not the address of the page, and no password. The text is read and not kept.',
  submit: 'Read the error',
  /** Above the box after a text that was not taken. */
  refused: {
    title: 'This text carries a sign-in code, so it was not read',
    text: 'Whoever holds such a code can take over your sign-in. Nothing of it was kept. Give that address to nobody; paste only what the page itself says.',
  },
  nothing: {
    title: 'No error of Microsoft’s was found in this text',
    text: 'The page names a code, mostly with AADSTS before it. Copy the whole page and paste it here.',
  },
  told: {
    lead: 'That is what Microsoft’s page says. Nothing was approved by it, and nothing was kept but the code and the ids below. {provider} sees them, too.',
    notKept: 'Nothing was approved, and nothing was kept but the code and the ids. {provider} sees them, too.',
    forSupport: 'For {provider}',
    code: 'Microsoft’s code',
    correlation: 'Correlation id',
    request: 'Request id',
    time: 'When',
  },
} as const;
