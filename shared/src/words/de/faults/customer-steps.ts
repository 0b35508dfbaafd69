import type { NextStep } from '../../../errors/next-steps.ts';

const theirs = '{provider} muss das beheben. Senden Sie den Code und die IDs an {provider}.';

/** The one next check, for the customer’s administrator; the provider stands as {provider}. */
export const customerSteps = {
  approve: 'Starten Sie erneut, und stimmen Sie mit einem Administratorkonto zu.',
  approve_as_admin:
    'Leiten Sie die Nachricht mit dem Link an einen Globalen Administrator weiter, oder starten Sie erneut mit einem solchen Konto.',
  approve_request:
    'Ein Prüfer genehmigt: Microsoft Entra Admin Center, Unternehmens-Apps, Anforderungen zur Administratoreinwilligung.',
  name_reviewer:
    'Benennen Sie einen Prüfer unter Unternehmens-Apps, Einwilligung und Berechtigungen; oder lassen Sie einen Globalen Administrator den Link öffnen.',
  accept_again: 'Falls das ein Versehen war, starten Sie erneut, und wählen Sie „Akzeptieren“.',
  use_member_account: 'Starten Sie in einem privaten Fenster erneut, mit einem Konto Ihrer eigenen Organisation.',
  use_work_account: 'Starten Sie erneut mit Ihrem Geschäftskonto, nicht mit einem persönlichen.',
  check_tenant: 'Nennen Sie {provider} Ihre Mandanten-ID: Microsoft Entra Admin Center, Übersicht.',
  check_account:
    'Vergleichen Sie den Namen des Kontos Buchstabe für Buchstabe; es muss eines Ihrer eigenen Organisation sein.',
  enable_account: 'Aktivieren Sie das Konto, oder stimmen Sie mit einem anderen Administratorkonto zu.',
  wait_unlock:
    'Warten Sie eine halbe Stunde, und melden Sie sich einmal an, oder entsperren Sie das Konto im Microsoft Entra Admin Center.',
  correct_password:
    'Vergleichen Sie den Namen, und geben Sie das Kennwort noch einmal ein. Mehrere falsche Versuche sperren das Konto.',
  change_password: 'Ändern Sie das Kennwort auf Microsofts Seite, und starten Sie dann erneut.',
  cloud_password:
    'Starten Sie erneut, und melden Sie sich an wie gewohnt oder mit einem Konto, das in Microsofts Cloud geführt wird.',
  second_factor: 'Starten Sie erneut, und schließen Sie MFA ab, wenn Microsoft danach fragt.',
  register_second_factor: 'Registrieren Sie sich unter aka.ms/mfasetup für MFA, und starten Sie dann erneut.',
  answer_second_factor:
    'Starten Sie erneut, und beantworten Sie die MFA-Aufforderung rechtzeitig. Sie haben das nicht begonnen? Dann lehnen Sie ab, und informieren Sie Ihr Sicherheitsteam.',
  policy_exception:
    'Suchen Sie die Korrelations-ID im Anmeldeprotokoll von Entra, stellen Sie fest, welche Richtlinie es war, und lassen Sie die App zu.',
  managed_device: 'Starten Sie erneut von einem Gerät, das Ihre Organisation verwaltet.',
  approved_app:
    'Starten Sie erneut in einem Browser, den Ihre Richtlinie zulässt, zum Beispiel Edge, angemeldet mit Ihrem Geschäftskonto.',
  network_restriction:
    'Bitten Sie Ihr Netzwerkteam, diesen Mandanten in seinen Mandanteneinschränkungen zuzulassen, oder starten Sie aus einem anderen Netzwerk.',
  cross_tenant_policy: 'Starten Sie erneut mit einem Konto Ihrer eigenen Organisation, nicht mit einem Gastkonto.',
  clear_risk:
    'Lassen Sie Ihr Sicherheitsteam das Risiko des Kontos in Entra ID Protection zurücksetzen, oder verwenden Sie ein anderes Administratorkonto.',
  security_defaults: 'Starten Sie in einem gewöhnlichen Browser erneut, und melden Sie sich mit MFA an.',
  sign_in_again: 'Starten Sie erneut, und melden Sie sich noch einmal an.',
  start_again: 'Öffnen Sie den Link, und starten Sie erneut, ohne die Zurück-Schaltfläche.',
  new_code: 'Bitten Sie {provider} um einen Link: Er braucht keinen Gerätecode.',
  keep_waiting: 'Schließen Sie die Anmeldung auf Microsofts Seite ab.',
  nothing: 'Beantworten Sie Microsofts Frage, und fahren Sie fort.',
  assign_user:
    'Im Microsoft Entra Admin Center: Unternehmens-Apps, die App, Benutzer und Gruppen: Weisen Sie das Konto zu. Starten Sie dann erneut.',
  enable_registration:
    'Im Microsoft Entra Admin Center: Unternehmens-Apps, die App, Eigenschaften, „Aktiviert für die Benutzeranmeldung“.',
  settle_then_approve:
    'Haben Sie gerade erst zugestimmt? Dann warten Sie einige Minuten. Andernfalls senden Sie den Code und die IDs an {provider}.',
  redirect_address: theirs,
  app_permissions: theirs,
  multitenant: theirs,
  request_shape: theirs,
  own_app: theirs,
  replace_secret: theirs,
  certificate: theirs,
  clock:
    'Vergleichen Sie die Uhr Ihres Computers mit der richtigen Zeit. Geht sie richtig, informieren Sie {provider}.',
  federated_credential: theirs,
  partner_consent: theirs,
  right_cloud: 'Teilen Sie {provider} mit, in welcher Microsoft-Cloud sich Ihr Mandant befindet.',
  licence:
    'Prüfen Sie, ob Ihre Organisation den genannten Dienst hat, zum Beispiel Teams. Informieren Sie danach {provider}.',
  enable_service: 'Im Microsoft Entra Admin Center, Unternehmens-Apps: Aktivieren Sie den Eintrag der genannten API.',
  on_premises:
    'Bitten Sie Ihre IT, ihre Agents für die Passthrough-Authentifizierung zu prüfen, oder verwenden Sie ein Konto, das in der Cloud geführt wird.',
  logon_hours: 'Melden Sie sich zu den Stunden an, die Ihr Verzeichnis zulässt.',
  slow_down: 'Warten Sie einige Minuten, und versuchen Sie es dann einmal.',
  wait: 'Warten Sie einige Minuten, und starten Sie dann erneut.',
  ask_microsoft: 'Versuchen Sie es noch einmal. Bleibt es dabei, senden Sie den Code und die IDs an {provider}.',
  check_permissions: 'Senden Sie den Code und die IDs an {provider}: Dort ist zu sehen, welche Berechtigung fehlt.',
  assign_role: 'Senden Sie den Code und die IDs an {provider}: Dort ist zu sehen, was fehlt.',
  fresh_token: theirs,
  look_again: 'Sehen Sie in einigen Minuten wieder nach. Bleibt es dabei, informieren Sie {provider}.',
  page_not_answer:
    'Prüfen Sie, was zwischen Ihnen und Microsoft steht: ein Proxy, ein Filter, eine Anmeldeseite des Netzwerks.',
  name_resolution: 'Prüfen Sie Ihre Netzwerkverbindung, und versuchen Sie es dann erneut.',
  firewall: 'Prüfen Sie, ob Ihre Firewall login.microsoftonline.com durchlässt, und versuchen Sie es dann erneut.',
  proxy_sign_in: 'Melden Sie sich bei Ihrem Proxy an, und versuchen Sie es dann erneut.',
  trusted_certificate:
    'Etwas in Ihrem Netzwerk liest den Datenverkehr zu Microsoft mit. Bitten Sie Ihr Netzwerkteam, Anmeldeadressen davon auszunehmen.',
  browser_block: 'Schalten Sie Blocker für diese Seite aus, oder verwenden Sie ein privates Fenster.',
  look_up: 'Diesen Fehler kennen wir nicht. Senden Sie den Code und die IDs an {provider}.',
} as const satisfies Record<NextStep, string>;
