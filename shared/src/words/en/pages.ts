import type { Fear } from '../../permissions/never.ts';
import type { ChosenLanguage } from '../customer-language.ts';
import { causes } from './page-causes.ts';
import { endings } from './page-endings.ts';
import { guide } from './page-guide.ts';
import { invitation, leaving } from './page-invitation.ts';
import { landing } from './page-landing.ts';
import { paste } from './page-paste.ts';
import { actionNeeded, boxNotTicked, proved, settling, wrongTenant } from './page-results.ts';

/** Who reads: a customer's administrator without the extension. Names stand as {provider}, {organization}, {sender}. */
export const pages = {
  landing,
  invitation,
  leaving,
  guide,
  proved,
  boxNotTicked,
  settling,
  actionNeeded,
  wrongTenant,
  causes,
  endings,
  paste,

  footer: {
    invitation: 'Invitation for {organization}',
    reference: 'Reference {reference}',
    sentThrough: 'Sent through Latchkey',
  },
  openMicrosoft: 'The next page is Microsoft’s own. Your password stays between you and Microsoft.',

  services: {
    'direct-routing': {
      name: 'Direct Routing',
      asks: '{provider} asks to run Teams calling for {organization}',
      can: '{provider} can now run Teams calling for {organization}.',
      oneOnly: 'You approved for yourself only, so calling would work for nobody else at {organization}.',
      somebodyOnly: 'It was approved for one person only, so calling would work for nobody else at {organization}.',
    },
  },

  /** In place of an invitation that has expired. */
  newOne: {
    ask: 'Ask for a new one',
    asked: '{provider} was told on {time} that you want a new one.',
    next: 'Nothing more to do here. Open the link in the new message once it comes.',
  },

  /** Buttons and lines that several endings share. */
  ways: {
    start: 'Start again',
    otherAccount: 'Start with another account',
    invitation: 'See the request again',
    result: 'See how things stand',
    request: 'Request',
  },

  /** "What it could never do": each stands only if no requested permission allows it (permissions/never). */
  never: {
    mail: 'Read or send mail, or open calendars',
    files: 'Open files in OneDrive or SharePoint',
    chats: 'Read chats or channel messages',
    passwords: 'See or change a password',
    accounts: 'Add or delete users',
    roles: 'Give anyone an administrator’s role',
    apps: 'Add other apps, or approve them',
    devices: 'Add, change or wipe devices',
  } satisfies Record<Fear, string>,

  /** In which language the pages are; each names itself. */
  language: {
    title: 'Language of these pages',
    names: { en: 'English', de: 'Deutsch' } satisfies Record<ChosenLanguage, string>,
  },
} as const;
