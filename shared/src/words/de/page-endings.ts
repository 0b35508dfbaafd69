import type { endings as english } from '../en/page-endings.ts';
import type { WordsOf } from '../words.ts';

/** How else it can end: a refusal, an invitation that is over, an answer that does not count. */
export const endings = {
  declined: {
    title: 'Die Anfrage wurde abgelehnt',
    lead: 'Es wurde nichts erteilt und nichts gespeichert. {provider} sieht, dass abgelehnt wurde.',
    next: 'Falls das ein Versehen war, sehen Sie sich die Anfrage noch einmal an, und starten Sie erneut.',
  },
  not_allowed: {
    title: 'Dieses Konto darf nicht zustimmen',
    lead: 'Microsoft lässt nur bestimmte Administratoren für eine Organisation zustimmen. Es wurde nichts gespeichert.',
    next: 'Leiten Sie die Nachricht mit dem Link an einen Globalen Administrator weiter. Sind Sie das selbst, mit einem anderen Konto? Dann starten Sie mit diesem.',
  },
  approval_requested: {
    title: 'Genehmigung angefordert',
    lead: 'Dieses Konto darf nicht selbst zustimmen. Ein Prüfer Ihrer Organisation entscheidet, im Portal, unter „Anforderungen zur Administratoreinwilligung“.',
    next: 'Sobald der Prüfer genehmigt hat, starten Sie erneut mit demselben Konto. Microsoft benachrichtigt dieses Konto per Mail.',
  },
  approval_seen: {
    title: 'Ihre Organisation hat genehmigt',
    lead: 'Die App ist jetzt in Ihrer Organisation vorhanden: Ein Prüfer hat sie zugelassen. Ein Schritt fehlt noch.',
    next: 'Starten Sie erneut mit demselben Konto wie zuvor.',
  },
  expired: {
    title: 'Diese Einladung ist abgelaufen',
    lead: 'Sie kann nicht mehr verwendet werden. Durch sie wurde nichts erteilt.',
    next: 'Möchten Sie weiterhin zustimmen? {provider} kann eine neue senden.',
  },
  used: {
    title: 'Diese Einladung hat ihren Zweck erfüllt',
    lead: 'Die Zustimmung ist festgehalten, und {provider} weiß davon. Der Link kann nicht noch einmal verwendet werden.',
    next: 'Es ist nichts zu tun. Sie können diesen Tab schließen.',
  },
  cancelled: {
    title: 'Diese Einladung wurde zurückgezogen',
    lead: '{provider} hat sie zurückgenommen. Sie kann nicht mehr verwendet werden.',
    next: 'Gesendet hat sie {sender}. Überrascht Sie das? Dann fragen Sie dort nach.',
  },
  invitation_superseded: {
    title: 'Eine neuere Einladung hat diese ersetzt',
    lead: 'Diese kann nicht mehr verwendet werden.',
    next: 'Öffnen Sie den Link in der neuesten Nachricht von {provider}.',
  },
  start_superseded: {
    title: 'Sie haben in einem anderen Fenster erneut gestartet',
    lead: 'Nur der neueste Start zählt, daher wurde diese Antwort nicht angenommen. Es ist nichts verloren.',
    next: 'Fahren Sie im neueren Fenster fort. Ist es geschlossen? Dann starten Sie hier noch einmal.',
  },
  link_unknown: {
    title: 'Dieser Link ist hier nicht bekannt',
    lead: 'Er wurde unterwegs möglicherweise gekürzt oder verändert.',
    next: 'Öffnen Sie den Link aus der Nachricht noch einmal, oder bitten Sie den Absender um einen neuen.',
  },
  visit_missing: {
    title: 'Öffnen Sie den Link aus der Nachricht',
    lead: 'Diese Seite zeigt eine Einladung nur einem Browser, der über ihren Link kam.',
    next: 'Öffnen Sie den Link aus der Nachricht noch einmal, in diesem Browser.',
  },
  answer_unknown: {
    title: 'Diese Antwort gehört zu nichts, was hier gestartet wurde',
    lead: 'Sie wurde nicht angenommen, und es wurde nichts geändert.',
    next: 'Öffnen Sie den Link aus der Nachricht, und wählen Sie „Starten“.',
  },
  answer_elsewhere: {
    title: 'Die Antwort kam in einem anderen Browser an',
    lead: 'Nur der Browser, in dem gestartet wurde, darf Microsofts Antwort zurückbringen; daher wurde sie nicht angenommen.',
    next: 'Öffnen Sie den Link aus der Nachricht in diesem Browser, und wählen Sie „Starten“.',
  },
  answer_used: {
    title: 'Diese Antwort wurde bereits angenommen',
    lead: 'Jede Antwort zählt einmal. Zu ihr zurückzukehren ändert nichts.',
    next: 'Sehen Sie sich den Stand an, oder öffnen Sie den Link aus der Nachricht.',
  },
  answer_late: {
    title: 'Die Antwort kam zu spät',
    lead: 'Seit Ihrem Start waren mehr als 30 Minuten vergangen, daher wurde sie nicht angenommen.',
    next: 'Öffnen Sie den Link aus der Nachricht, und starten Sie erneut.',
  },
  answer_refused: {
    title: 'Microsofts Antwort hielt der Prüfung nicht stand',
    lead: 'Sie ließ sich nicht bestätigen, daher wurde nichts aus ihr übernommen.',
    next: 'Starten Sie erneut. Bleibt es dabei, senden Sie die Zeile „Vorgang“ an {provider}.',
  },
  request_refused: {
    title: 'Die Anfrage kam von einer anderen Website',
    lead: 'Es ist nichts geschehen: Nur die Schaltfläche auf der Seite selbst darf das auslösen.',
    next: 'Öffnen Sie den Link aus der Nachricht, und verwenden Sie die Schaltfläche dort.',
  },
  clocks_differ: {
    title: 'Die Uhren stimmen nicht überein',
    lead: 'Nach der Uhr dieses Dienstes stammt Microsofts Antwort aus einer anderen Zeit, daher ließ sie sich nicht bestätigen. Es wurde nichts gespeichert.',
    next: 'Teilen Sie {provider} mit, dass die Uhr des Servers falsch geht. Starten Sie danach erneut.',
  },
  too_large: {
    title: 'Das war zu viel Text',
    lead: 'Nichts davon wurde gelesen, und es wurde nichts geändert.',
    next: 'Gehen Sie zurück, und fügen Sie nur die Zeilen mit dem Fehler, seinen IDs und seiner Zeit ein.',
  },
  too_many: {
    title: 'Zu viele Versuche in kurzer Zeit',
    lead: 'Es ist nichts verloren.',
    next: 'Warten Sie eine Minute, und versuchen Sie es dann erneut.',
  },
  microsoft_unreachable: {
    title: 'Microsoft wurde nicht erreicht',
    lead: 'Das sagt nichts über Ihre Zustimmung aus. Es ist nichts verloren.',
    next: 'Versuchen Sie es in einer Minute erneut.',
  },
  sealed: {
    title: 'Dieser Dienst ist nicht bereit',
    lead: 'Es wurde nichts angerührt, und es ist nichts verloren.',
    next: 'Versuchen Sie es später erneut, oder informieren Sie {provider}.',
  },
  unexpected: {
    title: 'Hier ist etwas schiefgegangen',
    lead: 'Es wurde nichts halb ausgeführt.',
    next: 'Versuchen Sie es erneut. Bleibt es dabei, senden Sie die Zeile „Vorgang“ an {provider}.',
  },
} as const satisfies WordsOf<typeof english>;
