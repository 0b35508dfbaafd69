import type { permissions as english } from '../en/permissions.ts';
import type { WordsOf } from '../words.ts';

/** Permissions as sentences, by claim value. */
export const permissions = {
  offline_access: {
    allows: 'Zugriff behalten, während niemand angemeldet ist',
    why: 'Bis Sie ihn widerrufen',
    without: 'Die Verbindung würde innerhalb einer Stunde enden',
  },
  'Organization.Read.All': {
    allows: 'Name und Domänen Ihrer Organisation lesen',
    why: 'Damit feststeht, dass die Nummern Ihnen gehören',
    without: 'Wir könnten nicht erkennen, ob die Verbindung Ihre Organisation erreicht',
  },
  'Directory.Read.All': {
    allows: 'Ihr Verzeichnis lesen: Benutzer, Lizenzen, Zustimmungen',
    why: 'Damit wir Ihnen nachweisen können, was Sie erteilt haben',
    without: 'Wir könnten nicht zurücklesen, was erteilt wurde',
  },
  'TeamsTelephoneNumber.ReadWrite.All': {
    allows: 'Telefonnummern in Teams zuweisen',
    why: 'Der von Ihnen bestellte Dienst: Direct Routing',
    without: 'Keinem Benutzer könnte eine Nummer gegeben werden',
  },
  'TeamsPolicyUserAssign.ReadWrite.All': {
    allows: 'Benutzern in Teams Anrufrichtlinien zuweisen',
    why: 'Der von Ihnen bestellte Dienst: Direct Routing',
    without: 'Anrufe könnten nicht zu Ihren Benutzern geleitet werden',
  },
} as const satisfies WordsOf<typeof english>;
