import type * as english from '../en/page-results.ts';
import type { WordsOf } from '../words.ts';

/** Working or at risk, and proved. */
export const proved = {
  title: 'Erledigt und nachgewiesen',
  close: 'Sie können diesen Tab schließen.',
  heading: 'Was nachgewiesen wurde',
  signedIn: 'Sie haben sich bei {organization} angemeldet',
  somebodySignedIn: 'Die Anmeldung erfolgte bei {organization}',
  atRisk: 'Es funktioniert. Eines sollten Sie wissen',
  permissions: 'Was erteilt wurde',
  never: 'Was damit nicht möglich ist',
  record: {
    title: 'Für Ihre Unterlagen',
    approvedFor: 'Zugestimmt für',
    approvedBy: 'Zugestimmt durch',
    somebody: 'Eine Person, die {organization} verwaltet',
    somebodyHint:
      'Namentlich genannt nur in dem Browser, in dem zugestimmt wurde, und im Überwachungsprotokoll Ihres Mandanten.',
    approvedAt: 'Zugestimmt am',
    app: 'Zugelassene App',
    appOf: 'Die App von {provider}',
    registration: 'Ihr Objekt in Ihrem Mandanten',
    tenantId: 'Mandanten-ID',
    mailed: 'Es geht auch per Mail, einmal, an die Adresse, an die der Link gesendet wurde.',
    notMailed: 'Es geht nicht per Mail: Aufbewahrt wird es von dieser Seite aus.',
    keep: 'Drucken Sie diese Seite, oder speichern Sie sie als PDF, um sie aufzubewahren.',
    print: 'Drucken oder als PDF speichern',
  },
  checks: {
    token: 'Microsoft hat dafür einen neuen Zugriff ausgestellt',
    tenant: 'Es ist die richtige Organisation',
    registration: 'Die App ist in Ihrem Mandanten vorhanden und eingeschaltet',
    assignment: 'Das Konto darf die App verwenden',
    resources: 'Jeder benötigte Dienst ist vorhanden',
    permissions: 'Die Zustimmung gilt für die ganze Organisation',
    surplus: 'Es wurde nicht mehr erteilt, als angefordert war',
    roles: 'Die Verzeichnisrolle ist vorhanden',
    live_read: 'Ein Lesezugriff in Echtzeit wurde beantwortet',
    users: 'Ein Lesezugriff auf Ihre Benutzer wurde beantwortet',
    teams: 'Ein Lesezugriff auf die Telefonnummern in Teams wurde beantwortet',
    teams_admin: 'Ein Lesezugriff auf die Verwaltung von Teams wurde beantwortet',
    sign_in: 'Die zugrunde liegende Anmeldung ist jung',
    credential: 'Die Anmeldeinformationen der App sind gültig',
    password: 'Das gespeicherte Kennwort wurde geprüft',
  },
  details: {
    live_read: 'Der Name Ihrer Organisation, {about}. Es wurde nichts geändert',
    permissions: 'Aus Ihrem Mandanten zurückgelesen',
  },
  notPassed: {
    token: { found: 'Es wurde kein neuer Zugriff ausgestellt', open: 'Nicht versucht: ein neuer Zugriff' },
    tenant: { found: 'Eine andere Organisation hat geantwortet', open: 'Nicht bestätigt: die Organisation' },
    registration: {
      found: 'Die App fehlt in Ihrem Mandanten oder ist ausgeschaltet',
      open: 'Nicht angesehen: die App in Ihrem Mandanten',
    },
    assignment: {
      found: 'Das Konto ist der App nicht zugewiesen',
      open: 'Nicht angesehen: wer die App verwenden darf',
    },
    resources: {
      found: 'Ein benötigter Dienst fehlt oder ist ausgeschaltet',
      open: 'Nicht angesehen: die benötigten Dienste',
    },
    permissions: {
      found: 'Nicht für die ganze Organisation erteilt',
      open: 'Nicht zurückgelesen: was erteilt wurde',
    },
    surplus: { found: 'Es ist mehr erteilt, als angefordert war', open: 'Nicht angesehen: ob mehr erteilt ist' },
    roles: { found: 'Eine Verzeichnisrolle fehlt', open: 'Nicht gelesen: die Verzeichnisrollen' },
    live_read: { found: 'Ein Lesezugriff wurde verweigert', open: 'Nicht versucht: ein Lesezugriff' },
    users: {
      found: 'Ein Lesezugriff auf Benutzer wurde verweigert',
      open: 'Nicht versucht: ein Lesezugriff auf Benutzer',
    },
    teams: {
      found: 'Ein Lesezugriff auf Telefonnummern in Teams wurde verweigert',
      open: 'Nicht versucht: ein Lesezugriff auf Telefonnummern in Teams',
    },
    teams_admin: {
      found: 'Ein Lesezugriff auf die Verwaltung von Teams wurde verweigert',
      open: 'Nicht versucht: ein Lesezugriff auf die Verwaltung von Teams',
    },
    sign_in: {
      found: 'Die zugrunde liegende Anmeldung endet bald',
      open: 'Nicht angesehen: die zugrunde liegende Anmeldung',
    },
    credential: {
      found: 'Die Anmeldeinformationen der App enden bald',
      open: 'Nicht angesehen: die Anmeldeinformationen der App',
    },
    password: {
      found: 'Das gespeicherte Kennwort ist alt oder wird nicht benötigt',
      open: 'Nicht angesehen: das gespeicherte Kennwort',
    },
  },
  findings: {
    granted: 'Für die ganze Organisation',
    one_person: 'Nur für eine Person',
    missing: 'Nicht erteilt',
    disabled: 'Von Microsoft ausgeschaltet',
    skipped: 'Nicht möglich: Der Dienst ist in Ihrem Mandanten nicht vorhanden',
    surplus: 'Erteilt, obwohl nicht angefordert',
  },
} as const satisfies WordsOf<typeof english.proved>;

/** Approved for one person only. */
export const boxNotTicked = {
  title: 'Ein Kontrollkästchen blieb leer',
  again: 'Stimmen Sie noch einmal zu, für {organization}. Es ist nichts verloren.',
  box: 'Zustimmung im Namen Ihrer Organisation',
  boxState: 'Nicht aktiviert',
  boxReason:
    'Dieses Kontrollkästchen blieb leer. Die nächste Seite hat keines: Sie fragt immer für die ganze Organisation.',
  rightTenant: 'Richtige Organisation',
  holdsFor: 'Die Zustimmung gilt nur für {account}',
  holdsForOne: 'Die Zustimmung gilt nur für eine Person',
  readBack: 'Zurückgelesen am {time}',
  approve: 'Für die Organisation zustimmen',
  others:
    'Das kann auch ein Cloudanwendungsadministrator tun. Nicht Sie? Leiten Sie die Nachricht mit dem Link weiter.',
} as const satisfies WordsOf<typeof english.boxNotTicked>;

/** Too early to say. */
export const settling = {
  title: 'Zugestimmt. Microsoft braucht einige Minuten',
  lead: 'Bis {time} lässt sich noch nicht sagen, ob es funktioniert. Wir sehen von selbst wieder nach, und {provider} wird benachrichtigt.',
  next: 'Es ist nichts zu tun. Sie können diesen Tab schließen oder in einer Minute wieder nachsehen.',
  look: 'Erneut nachsehen',
} as const satisfies WordsOf<typeof english.settling>;

/** Consented, and something is in the way. */
export const actionNeeded = {
  title: 'Zugestimmt, und eines steht noch im Weg',
  blocked: 'Zugestimmt, und eine Richtlinie steht im Weg',
  unknown: 'Zugestimmt, und noch nicht nachgewiesen',
  look: 'Erneut nachsehen',
  forSupport: 'Für alle, die Ihnen helfen',
  code: 'Microsofts Code',
  correlation: 'Korrelations-ID',
  request: 'Anforderungs-ID',
  looked: 'Was angesehen wurde',
} as const satisfies WordsOf<typeof english.actionNeeded>;

/** An account of another organisation. */
export const wrongTenant = {
  title: 'Das war eine andere Organisation',
  lead: 'Es wurde nichts gespeichert. Melden Sie sich noch einmal an, mit einem Konto von {organization}.',
  invited: 'Eingeladen',
  signedInTo: 'Sie haben sich angemeldet bei',
  kept: 'Gespeichert',
  keptNothing:
    'Nichts. In der anderen Organisation kann die App von {provider} zurückbleiben; wer jene Organisation verwaltet, kann sie löschen.',
  again: 'Anderes Konto wählen',
  rightOne: 'Ist die andere Organisation die richtige?',
  thenNew: 'Dann bitten Sie {sender} von {provider} um eine neue Einladung.',
} as const satisfies WordsOf<typeof english.wrongTenant>;
