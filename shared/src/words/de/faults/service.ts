import type { serviceFaults } from '../../../errors/aadsts/service.ts';
import type { GraphCode } from '../../../errors/graph-faults.ts';
import type { OAuthError } from '../../../errors/oauth-faults.ts';
import type { FaultStatus, TransportFault } from '../../../errors/transport-faults.ts';

/** What happened, by Microsoft's number: its own service, sign-in agents of the customer, the clouds. */
export const service = {
  50000: 'Microsofts Anmeldedienst konnte kein Token ausstellen.',
  50033: 'Microsofts Anmeldedienst hatte eine Störung.',
  90006: 'Microsofts Anmeldedienst hatte eine Störung in einem Dienst dahinter.',
  90012: 'Microsofts Anmeldedienst brauchte zu lange.',
  90024: 'Microsofts Anmeldedienst lief die Zeit ab.',
  90033: 'Microsofts Verzeichnis antwortet im Moment nicht.',
  90090: 'Microsofts Verzeichnis hatte bei der Zustimmung eine Störung.',
  90055: 'Microsoft verlangsamt Anforderungen dieses Mandanten.',

  80001: 'Der Anmelde-Agent der Organisation erreicht ihr Verzeichnis nicht.',
  80002: 'Der Anmelde-Agent der Organisation erhielt nicht rechtzeitig eine Antwort.',
  80005: 'Der Anmelde-Agent der Organisation erhielt eine Antwort, die er nicht lesen konnte.',
  80007: 'Der Anmelde-Agent der Organisation konnte das Kennwort nicht prüfen.',
  80013: 'Die Uhren des Anmelde-Agents der Organisation und ihres Verzeichnisses weichen voneinander ab.',
  80014: 'Der Anmelde-Agent der Organisation brauchte zu lange.',
  80012: 'Das Konto darf sich zu dieser Stunde nicht anmelden.',

  50049: 'Die Anmeldeadresse gehört zu keiner Microsoft-Cloud.',
  90038: 'Der Mandant befindet sich in einer anderen Microsoft-Cloud.',
  900382: 'Die App darf nicht aus einer anderen Microsoft-Cloud verwendet werden.',
  900432: 'Die App darf nicht über Microsoft-Clouds hinweg verwendet werden.',
} as const satisfies Record<keyof typeof serviceFaults, string>;

/** What happened, by Graph's code. */
export const graph = {
  Authorization_RequestDenied: 'Graph hat abgelehnt: Eine Berechtigung oder eine Rolle fehlt.',
  Authorization_IdentityNotFound: 'Graph kennt die App in diesem Mandanten nicht.',
  Authentication_MissingOrMalformed: 'Graph erhielt kein lesbares Token.',
  Authentication_ExpiredToken: 'Das Token, das Graph erhielt, ist abgelaufen.',
  Authentication_RequestFromNonPremiumTenantOrB2CTenant: 'Graph gibt das nur Mandanten mit Entra ID P1 oder P2.',
  InvalidAuthenticationToken: 'Graph hat das Token nicht angenommen.',
  UnauthenticatedRequest: 'Graph erhielt kein Token.',
  insufficient_claims: 'Eine Richtlinie verlangt eine neue Anmeldung, bevor Graph antwortet.',
  AccessDenied: 'Der Dienst hinter Graph hat abgelehnt: Eine Rolle fehlt.',
  ErrorAccessDenied: 'Exchange hat abgelehnt: Eine Berechtigung fehlt.',
  Forbidden: 'Graph hat abgelehnt.',
  MailboxNotEnabledForRESTAPI: 'Das Konto hat kein Postfach in Exchange Online.',
  Request_ResourceNotFound: 'Graph findet das Angeforderte nicht.',
  Directory_ObjectNotFound: 'Das Verzeichnis findet das Angeforderte nicht.',
  ResourceNotFound: 'Der Dienst hinter Graph findet das Angeforderte nicht.',
  itemNotFound: 'Der Dienst hinter Graph findet das Element nicht.',
  Request_BadRequest: 'Graph konnte die Anforderung nicht deuten.',
  Request_UnsupportedQuery: 'Graph nimmt diese Art der Abfrage nicht an.',
  BadRequest: 'Der Dienst hinter Graph konnte die Anforderung nicht deuten.',
  invalidRequest: 'Graph fand die Anforderung fehlerhaft.',
  Request_MultipleObjectsWithSameKeyValue: 'Etwas dieses Namens ist bereits im Verzeichnis.',
  Directory_QuotaExceeded: 'Das Verzeichnis des Mandanten ist voll.',
  Directory_ExpiredPageToken: 'Eine lange Liste änderte sich oder wartete zu lange, während sie gelesen wurde.',
  Directory_ConcurrencyViolation: 'Jemand hat dasselbe zur gleichen Zeit geändert.',
  Directory_ReplicaUnavailable: 'Eine Kopie von Microsofts Verzeichnis antwortet im Moment nicht.',
  Request_ThrottledTemporarily: 'Graph bittet, langsamer zu fragen.',
  TooManyRequests: 'Graph erhielt zu viele Anforderungen.',
  activityLimitReached: 'Der Dienst hinter Graph bittet, langsamer zu fragen.',
  Service_InternalServerError: 'Graph hatte einen inneren Fehler.',
  Service_ServiceUnavailable: 'Graph ist im Moment nicht verfügbar.',
  serviceNotAvailable: 'Der Dienst hinter Graph ist im Moment nicht verfügbar.',
  generalException: 'Graph ist gescheitert und sagt nicht, warum.',
  UnknownError: 'Graph ist gescheitert und sagt nicht, warum.',
} as const satisfies Record<GraphCode, string>;

/** What happened where only OAuth's `error` says something. */
export const oauth = {
  access_denied: 'Jemand hat abgelehnt oder durfte nicht.',
  consent_required: 'Eine Zustimmung fehlt oder wurde abgelehnt.',
  interaction_required: 'Microsoft verlangt, dass sich eine Person anmeldet.',
  login_required: 'Microsoft verlangt, dass sich eine Person anmeldet.',
  invalid_grant: 'Die Anmeldung hinter diesem Aufruf ist beendet.',
  invalid_client: 'Die Anmeldeinformationen der App wurden nicht angenommen.',
  unauthorized_client: 'Die App ist in diesem Mandanten nicht bekannt oder darf das nicht.',
  invalid_request: 'Die Anforderung ist fehlerhaft.',
  invalid_scope: 'Ein Bereich in der Anforderung ist nicht gültig.',
  invalid_resource: 'Eine angeforderte API ist nicht in diesem Mandanten.',
  unsupported_grant_type: 'Die App hat eine Art der Gewährung verwendet, die nicht angenommen wird.',
  unsupported_response_type: 'Die App hat eine Art der Antwort verlangt, die nicht gegeben wird.',
  authorization_pending: 'Die Anmeldung hat noch niemand abgeschlossen.',
  authorization_declined: 'Die Anmeldung wurde abgelehnt.',
  expired_token: 'Der Gerätecode ist abgelaufen.',
  temporarily_unavailable: 'Microsoft ist im Moment überlastet.',
  server_error: 'Microsofts Anmeldedienst hatte einen inneren Fehler.',
} as const satisfies Record<OAuthError, string>;

/** What happened on the way to Microsoft. */
export const transport = {
  name_not_resolved: 'Der Name von Microsofts Server ließ sich nicht auflösen.',
  connection_refused: 'Die Verbindung wurde abgelehnt.',
  connection_reset: 'Die Verbindung brach ab.',
  timed_out: 'Es kam nicht rechtzeitig eine Antwort.',
  certificate_unknown: 'Das Zertifikat der Verbindung stammt nicht von der richtigen Stelle: Etwas steht dazwischen.',
  certificate_expired: 'Das Zertifikat der Verbindung ist zu dieser Zeit nicht gültig.',
  proxy_sign_in: 'Ein Proxy verlangt zuerst eine Anmeldung.',
  blocked_in_browser: 'Etwas im Browser hat die Anforderung blockiert.',
  page_in_place_of_answer: 'Statt einer Antwort kam eine Webseite.',
  offline: 'Dieser Computer hat kein Netzwerk.',
} as const satisfies Record<TransportFault, string>;

/** What happened where only an HTTP status is known. */
export const status = {
  400: 'Die Anforderung wurde nicht angenommen.',
  401: 'Das Token wurde nicht angenommen.',
  403: 'Der Zugriff wurde verweigert, ohne Angabe von Gründen.',
  404: 'Das Angeforderte ist nicht vorhanden.',
  407: 'Ein Proxy verlangt zuerst eine Anmeldung.',
  409: 'Jemand hat dasselbe zur gleichen Zeit geändert.',
  429: 'Microsoft bittet, langsamer zu fragen.',
  500: 'Microsoft hatte einen inneren Fehler.',
  502: 'Microsoft hat nicht richtig geantwortet.',
  503: 'Microsoft ist im Moment nicht verfügbar.',
  504: 'Microsoft hat nicht rechtzeitig geantwortet.',
} as const satisfies Record<FaultStatus, string>;
