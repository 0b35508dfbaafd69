/** Settings: everything about the provider's own Latchkey, in one place. */
export const settingsPage = {
  title: 'Settings',
  text: 'How this Latchkey works for everybody. An Admin changes it.',
  back: 'All settings',
  adminOnly: 'Only an Admin sees this.',
  adminOnlyTitle: 'Only an Admin sees this page',
  adminOnlyText: 'You are signed in as {role}. An Admin can look for you, or give you the role in Microsoft Entra.',
  toSettings: 'Go to Settings',
  alertsHidden: 'Where alerts go is shown to Admins and Operators. You are signed in as {role}.',
  places: {
    methods: {
      title: 'Methods and policies',
      text: 'Which methods may be chosen, and who must approve a new profile again.',
    },
    profiles: { title: 'Permission profiles', text: 'What a customer is asked for, version by version.' },
    branding: { title: 'Branding', text: 'Your colour and your logo on the pages that customers meet.' },
    alerts: { title: 'Alert targets', text: 'Which system or person hears when a connection stops working.' },
  },
} as const;
