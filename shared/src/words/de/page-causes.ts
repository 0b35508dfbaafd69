import type { causes as english } from '../en/page-causes.ts';
import type { WordsOf } from '../words.ts';

const again = 'Stimmen Sie noch einmal zu, für die Organisation.';
const newInvitation = '{provider} sendet eine neue Einladung. Bis dahin ist für Sie nichts zu tun.';
const lookAndSend =
  'Sehen Sie in einigen Minuten wieder nach. Bleibt es dabei, senden Sie die IDs unten an {provider}.';
const nothingLost = 'Es ist nichts verloren. Sehen Sie in einigen Minuten wieder nach.';

/** Why a consent is not proved, said to the customer’s administrator. */
export const causes = {
  all_proved: { happened: 'Alles wurde nachgewiesen.', next: 'Es ist nichts zu tun.' },
  never_validated: {
    happened: 'Noch hat niemand geprüft, ob es funktioniert.',
    next: '{provider} prüft es. Für Sie ist nichts zu tun.',
  },
  permission_missing: { happened: 'Eine benötigte Berechtigung wurde nicht erteilt.', next: again },
  permission_one_person: { happened: 'Eine Berechtigung gilt nur für eine Person.', next: again },
  permission_disabled: {
    happened: 'Microsoft hat eine benötigte Berechtigung ausgeschaltet.',
    next: '{provider} klärt das mit Microsoft. Für Sie ist nichts zu tun.',
  },
  permission_optional_missing: {
    happened: 'Eine nützliche, aber nicht benötigte Berechtigung wurde nicht erteilt.',
    next: 'Das kann so bleiben.',
  },
  permission_surplus: {
    happened: 'In Ihrem Mandanten ist mehr erteilt, als {provider} angefordert hat.',
    next: 'Sie können entziehen, was nicht angefordert wurde.',
  },
  tenant_mismatch: {
    happened: 'Die Antwort kam von einer anderen Organisation als {organization}.',
    next: '{provider} zieht diese Einladung zurück und sendet eine neue.',
  },
  registration_absent: { happened: 'Die App von {provider} ist nicht in Ihrem Mandanten.', next: again },
  registration_being_made: {
    happened: 'Microsoft richtet die App von {provider} in Ihrem Mandanten noch ein.',
    next: 'Für Sie ist nichts zu tun. Sehen Sie nach einer Weile wieder nach.',
  },
  registration_disabled: {
    happened: 'Die App von {provider} ist in Ihrem Mandanten ausgeschaltet.',
    next: 'Im Microsoft Entra Admin Center: Unternehmens-Apps, die App, Eigenschaften, „Aktiviert für die Benutzeranmeldung“. Sehen Sie danach wieder nach.',
  },
  registration_blocked_by_microsoft: {
    happened: 'Microsoft hat die App von {provider} deaktiviert.',
    next: '{provider} muss das mit Microsoft klären. Für Sie ist nichts zu tun.',
  },
  consent_missing: { happened: 'Die Zustimmung besteht nicht mehr oder wurde nie erteilt.', next: again },
  sign_in_again: { happened: 'Die Anmeldung hinter der Zustimmung ist abgelaufen.', next: newInvitation },
  mfa_required: {
    happened: 'Ihre Organisation verlangt einen zweiten Faktor, der nicht angegeben wurde.',
    next: '{provider} sendet eine neue Einladung. Geben Sie bei der Anmeldung den zweiten Faktor an.',
  },
  conditional_access: {
    happened: 'Eine Richtlinie für bedingten Zugriff von {organization} blockiert die App von {provider}.',
    next: 'Suchen Sie die Korrelations-ID in Ihrem Anmeldeprotokoll, und lassen Sie die App zu. Informieren Sie danach {provider}.',
  },
  account_disabled: {
    happened: 'Das Konto, mit dem zugestimmt wurde, ist deaktiviert oder gesperrt.',
    next: 'Aktivieren Sie es, und sehen Sie dann wieder nach.',
  },
  provider_credential: {
    happened: 'Microsoft hat die Anmeldeinformationen von {provider} selbst nicht angenommen.',
    next: '{provider} muss das beheben. Für Sie ist nichts zu tun.',
  },
  token_refused: {
    happened: 'Microsoft hat den Zugriff verweigert, aus einem Grund, den wir nicht kennen.',
    next: 'Senden Sie den Code und die IDs unten an {provider}.',
  },
  token_not_fresh: {
    happened:
      'Microsoft hat mit einem Zugriff aus der Zeit vor Ihrer Zustimmung geantwortet. Das sagt nichts über sie aus.',
    next: 'Sehen Sie in einigen Minuten wieder nach.',
  },
  token_without_scope: {
    happened: 'Microsoft hat einen Zugriff ausgestellt, der nicht enthält, was Sie erteilt haben.',
    next: newInvitation,
  },
  assignment_required: {
    happened: 'In Ihrem Mandanten dürfen nur zugewiesene Benutzer die App von {provider} verwenden.',
    next: 'Im Microsoft Entra Admin Center: Unternehmens-Apps, die App, Benutzer und Gruppen: Weisen Sie das Konto zu. Sehen Sie danach wieder nach.',
  },
  resource_absent: {
    happened: 'Ein benötigter Dienst, zum Beispiel Teams, ist in Ihrem Mandanten nicht eingerichtet.',
    next: 'Richten Sie ihn ein, und stimmen Sie dann noch einmal zu.',
  },
  resource_disabled: {
    happened: 'Ein benötigter Dienst ist in Ihrem Mandanten ausgeschaltet.',
    next: 'Im Microsoft Entra Admin Center: Unternehmens-Apps, Microsoft-Anwendungen: Schalten Sie ihn ein. Sehen Sie danach wieder nach.',
  },
  resource_unlicensed: {
    happened: 'Ihre Organisation hat keine Lizenz für einen benötigten Dienst.',
    next: 'Weisen Sie eine Lizenz mit Teams Phone zu, und sehen Sie dann wieder nach.',
  },
  role_missing: {
    happened: 'Es fehlt eine Verzeichnisrolle, die Teams verlangt.',
    next: 'Weisen Sie die unten genannte Rolle zu, und sehen Sie dann wieder nach.',
  },
  role_not_active: {
    happened: 'Die Verzeichnisrolle, die Teams verlangt, ist nicht aktiv.',
    next: 'Aktivieren Sie die Rollenzuweisung, und sehen Sie dann wieder nach.',
  },
  roles_unreadable: {
    happened: 'Die Verzeichnisrollen ließen sich nicht lesen, daher ist über sie nichts bekannt.',
    next: lookAndSend,
  },
  workload_unreadable: {
    happened: 'Ein Lesezugriff wurde verweigert, aus einem Grund, den wir nicht kennen.',
    next: lookAndSend,
  },
  credential_expires: {
    happened: 'Die Anmeldeinformationen von {provider} enden bald.',
    next: '{provider} ersetzt sie. Für Sie ist nichts zu tun.',
  },
  sign_in_ends: {
    happened: 'Die Anmeldung hinter der Zustimmung endet bald.',
    next: '{provider} erneuert sie. Für Sie ist nichts zu tun.',
  },
  password_not_proved: {
    happened: 'Das gespeicherte Kennwort wurde lange nicht geprüft.',
    next: '{provider} prüft es. Für Sie ist nichts zu tun.',
  },
  password_not_needed: {
    happened: 'Es ist ein Kennwort gespeichert, das nicht mehr benötigt wird.',
    next: '{provider} löscht es. Für Sie ist nichts zu tun.',
  },
  reconsent_needed: {
    happened: 'Was Sie erteilt haben, gilt. {provider} fordert jetzt mehr an.',
    next: newInvitation,
  },
  grants_unreadable: {
    happened: 'Was erteilt wurde, ließ sich nicht zurücklesen, daher ist darüber nichts bekannt.',
    next: lookAndSend,
  },
  organization_unreadable: {
    happened: 'Der Lesezugriff wurde verweigert, daher ist darüber nichts bekannt.',
    next: lookAndSend,
  },
  propagation: {
    happened: 'Microsofts Dienste kennen Ihre Zustimmung möglicherweise noch nicht.',
    next: 'Es ist nichts zu tun: Wir sehen von selbst wieder nach.',
  },
  throttled: {
    happened: 'Microsoft hat uns gebeten, langsamer zu fragen. Das sagt nichts über Ihre Zustimmung aus.',
    next: nothingLost,
  },
  no_network: {
    happened: 'Microsoft wurde nicht erreicht. Das sagt nichts über Ihre Zustimmung aus.',
    next: nothingLost,
  },
  too_old: {
    happened: 'Der letzte Nachweis ist mehr als 36 Stunden alt und wird daher nicht als solcher gezeigt.',
    next: '{provider} prüft es erneut. Für Sie ist nichts zu tun.',
  },
} as const satisfies WordsOf<typeof english>;
