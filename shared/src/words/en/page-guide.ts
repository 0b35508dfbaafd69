/** The way into Microsoft's portal, for who wants to see it there. It is offered, and never needed. */
export const guide = {
  offer: {
    title: 'See it for yourself',
    text: 'Microsoft’s own portal lists what was approved. Nothing has to be done there.',
    button: 'Show me in the Azure portal',
  },
  title: 'See it in the Azure portal',
  lead: 'The portal shows, in the tenant of {organization}, what {provider} may do. Looking changes nothing.',
  withExtension: 'With the Latchkey extension',
  click: 'Click the Latchkey key in the toolbar of your browser, while this page is open.',
  confirm: 'It names this address and {provider}. Confirm both once.',
  follow: 'It opens the right page of the portal and points at what to look at.',
  once: 'This page is good once, for five minutes. Too late? Go back and press the button again.',
  withoutExtension: 'Without the extension',
  open: 'Open the Permissions page',
  find: 'In the Azure portal: Enterprise applications, the app of {provider}, Permissions.',
  look: 'The tab “Admin consent” lists what holds for the whole organisation, the tab “User consent” what holds for single persons.',
} as const;
