import type { pages as english } from '../en/pages.ts';
import type { WordsOf } from '../words.ts';
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
    invitation: 'Einladung für {organization}',
    reference: 'Referenz {reference}',
    sentThrough: 'Gesendet über Latchkey',
  },
  openMicrosoft: 'Die nächste Seite ist Microsofts eigene. Ihr Kennwort bleibt zwischen Ihnen und Microsoft.',

  services: {
    'direct-routing': {
      name: 'Direct Routing',
      asks: '{provider} bittet darum, die Teams-Telefonie für {organization} betreiben zu dürfen',
      can: '{provider} kann jetzt die Teams-Telefonie für {organization} betreiben.',
      oneOnly:
        'Sie haben nur für sich selbst zugestimmt, daher würde die Telefonie für niemand anderen bei {organization} funktionieren.',
      somebodyOnly:
        'Es wurde nur für eine Person zugestimmt, daher würde die Telefonie für niemand anderen bei {organization} funktionieren.',
    },
  },

  newOne: {
    ask: 'Neue Einladung anfordern',
    asked: '{provider} wurde am {time} mitgeteilt, dass Sie eine neue wünschen.',
    next: 'Hier ist nichts weiter zu tun. Öffnen Sie den Link in der neuen Nachricht, sobald sie eintrifft.',
  },

  ways: {
    start: 'Erneut starten',
    otherAccount: 'Mit anderem Konto starten',
    invitation: 'Anfrage noch einmal ansehen',
    result: 'Stand ansehen',
    request: 'Vorgang',
  },

  never: {
    mail: 'Mails lesen oder senden oder Kalender öffnen',
    files: 'Dateien in OneDrive oder SharePoint öffnen',
    chats: 'Chats oder Kanalnachrichten lesen',
    passwords: 'Ein Kennwort sehen oder ändern',
    accounts: 'Benutzer hinzufügen oder löschen',
    roles: 'Jemandem eine Administratorrolle geben',
    apps: 'Weitere Apps hinzufügen oder zulassen',
    devices: 'Geräte hinzufügen, ändern oder zurücksetzen',
  },

  language: { title: 'Sprache dieser Seiten', names: { en: 'English', de: 'Deutsch' } },
} as const satisfies WordsOf<typeof english>;
