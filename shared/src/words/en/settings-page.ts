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
    operators: { title: 'Operators', text: 'Who has signed in, with which role, and what each role may do.' },
    audit: { title: 'Audit log', text: 'Every action: when, by whom, about whom. To look through and to take along.' },
    mail: { title: 'Mail and templates', text: 'The words of the mails that customers’ administrators get.' },
    registrations: {
      title: 'Registration and clouds',
      text: 'The three registrations at Microsoft, what is wrong with them, and when the secret or certificate ends.',
    },
    alerts: { title: 'Alert targets', text: 'Which system or person hears when a connection stops working.' },
  },
} as const;
