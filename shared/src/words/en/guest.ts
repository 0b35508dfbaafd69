/** What a customer's administrator confirms before the extension shows them the way on the portal. */
export const guest = {
  title: 'Be led through this invitation',
  text: 'This page of {host} offers to show you in the Azure portal what {provider} asks for, and what was granted. Confirm only if you know who sent you the invitation.',
  host: 'From',
  provider: 'Provider',
  appId: 'Application ID',
  confirm: 'Show me in the portal',
  refused: 'This page names another application than its server. Nothing was opened.',
} as const;
