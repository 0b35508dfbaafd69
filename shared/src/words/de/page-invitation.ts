import type { invitation as englishInvitation, leaving as englishLeaving } from '../en/page-invitation.ts';
import type { WordsOf } from '../words.ts';

/** Who asks, for what, and what is needed; then on to Microsoft. */
export const invitation = {
  lead: '{sender} von {provider} sendet Ihnen dies zu Ihrer Bestellung: {service}, {users}. Sie stimmen einmal zu, auf Microsofts eigener Seite. Sie können die Zustimmung jederzeit zurücknehmen.',
  users: { one: '{count} Benutzer', other: '{count} Benutzer' },
  could: 'Was {provider} tun könnte',
  never: 'Was damit niemals möglich ist',
  changes: {
    title: 'Was sich in Ihrem Mandanten ändert',
    keeps: 'Dem haben Sie bereits zugestimmt; es bleibt, wie es ist',
    wouldRevoke:
      'Das haben Sie früher erteilt, und es wird nicht angefordert: Die neue Zustimmung kann es möglicherweise entziehen',
    unavailable: 'Der Dienst dafür ist in Ihrem Mandanten nicht vorhanden; dem kann noch niemand zustimmen',
  },
  takeBack: 'So nehmen Sie die Zustimmung zurück',
  appId: 'Anwendungs-ID',
  takeBackSteps:
    'Im Microsoft Entra Admin Center: Unternehmens-Apps, die App von {provider}, Eigenschaften, Löschen. Sie brauchen uns dafür nicht. Bereits ausgestellte Zugriffe enden innerhalb von etwa einer Stunde.',
  facts: 'Bevor Sie beginnen',
  organization: 'Organisation',
  tenant: 'Mandant',
  role: 'Benötigte Rolle',
  roleReasons: {
    box: 'Mit einer geringeren Rolle zeigt Microsoft das Kontrollkästchen nicht an.',
    no_box: 'Auch ein Globaler Administrator kann zustimmen.',
  },
  box: 'Kontrollkästchen',
  boxName: 'Zustimmung im Namen Ihrer Organisation',
  boxReason:
    'Es ist zunächst leer; ohne dieses Häkchen stimmen Sie nur für sich selbst zu. Auf Englisch heißt es „Consent on behalf of your organization“.',
  noBox: 'Es gibt keines',
  noBoxReason: 'Diese Seite von Microsoft fragt immer für die ganze Organisation.',
  validUntil: 'Gültig bis',
  start: 'Starten',
  notYou: 'Nicht Sie?',
  forward:
    'Leiten Sie die Nachricht mit dem Link an eine Person mit der Rolle {role} bei {organization} weiter. Er lässt sich auf jedem Gerät öffnen, bis die Zustimmung erteilt ist.',
  before: {
    no_answer: {
      title: 'Sie haben begonnen, und Microsoft hat nicht geantwortet',
      text: 'Wenn auf Microsofts Seite ein Fehler steht, fügen Sie ihren Text unten in das Feld ein. Sie können jederzeit erneut starten.',
    },
    declined: {
      title: 'Die Anfrage wurde beim letzten Mal abgelehnt',
      text: 'Es wurde nichts erteilt. Falls das ein Versehen war, starten Sie erneut.',
    },
    wrong_tenant: {
      title: 'Beim letzten Mal hat sich ein Konto einer anderen Organisation angemeldet',
      text: 'Es wurde nichts gespeichert. Starten Sie erneut, und wählen Sie ein Konto von {organization}.',
    },
    approval_requested: {
      title: 'Die Anfrage wartet auf einen Prüfer von {organization}',
      text: 'Der Prüfer entscheidet im Portal, unter „Anforderungen zur Administratoreinwilligung“. Sobald er genehmigt hat, starten Sie erneut mit demselben Konto.',
    },
    approval_seen: {
      title: 'Ein Prüfer von {organization} hat genehmigt',
      text: 'Ein Schritt fehlt noch: Starten Sie erneut mit demselben Konto wie zuvor.',
    },
    not_allowed: {
      title: 'Das zuletzt angemeldete Konto darf dem nicht zustimmen',
      text: 'Starten Sie erneut mit einem Konto mit der Rolle {role}, oder leiten Sie den Link an eine solche Person weiter.',
    },
  },
} as const satisfies WordsOf<typeof englishInvitation>;

/** While one is taken to Microsoft. */
export const leaving = {
  title: 'Weiter zu Microsoft',
  lead: 'Sie werden zu Microsofts Anmeldeseite für {organization} weitergeleitet.',
  goesTo: 'Wohin Sie gelangen',
  tick: 'Was dort zu tun ist',
  signIn: 'Melden Sie sich mit einem Konto von {organization} an.',
  authorize: {
    box: 'Zustimmung im Namen Ihrer Organisation',
    boxReason:
      'Aktivieren Sie dieses Kontrollkästchen; ohne Häkchen stimmen Sie nur für sich selbst zu. Auf Englisch heißt es „Consent on behalf of your organization“.',
    accept: 'Wählen Sie dann „Akzeptieren“. Sie kehren von selbst hierher zurück.',
  },
  adminconsent: {
    box: 'Auf dieser Seite gibt es kein Kontrollkästchen',
    boxReason: 'Sie fragt immer für die ganze Organisation.',
    accept: 'Wählen Sie „Akzeptieren“. Sie kehren von selbst hierher zurück.',
  },
  link: 'Weiter zu Microsoft',
  stays: 'Es geschieht nichts von selbst? Verwenden Sie diese Schaltfläche.',
} as const satisfies WordsOf<typeof englishLeaving>;
