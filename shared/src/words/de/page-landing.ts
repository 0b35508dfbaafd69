import type { landing as english } from '../en/page-landing.ts';
import type { WordsOf } from '../words.ts';

/** The page behind the link, before anybody is known. */
export const landing = {
  title: 'Ihre Einladung',
  heading: 'Einladung öffnen',
  lead: 'Eine Person, die Ihre Organisation verwaltet, hat einen Link zu dieser Seite erhalten, mit einem Code darunter.',
  opening: 'Einen Moment: Ihre Einladung wird geöffnet.',
  withoutScript:
    'Ihr Browser führt hier kein Skript aus, daher kann der Link allein die Einladung nicht öffnen. Geben Sie stattdessen den Code ein.',
  incomplete: {
    title: 'Dieser Link kam unvollständig an',
    lead: 'Sein letzter Teil ging unterwegs verloren; manche Mailprogramme tun das. Der Code leistet dasselbe.',
  },
  unknown: {
    title: 'Dieser Link ist hier nicht bekannt',
    lead: 'Öffnen Sie den Link aus der Nachricht noch einmal. Bleibt es dabei, bitten Sie den Absender um einen neuen, oder geben Sie den Code ein.',
  },
  renewed: {
    title: 'Dieser Link wurde erneuert',
    lead: 'Eine neuere Nachricht enthält den jetzt gültigen Link. Suchen Sie diese, oder fragen Sie, wer Ihnen diesen Link gesendet hat.',
  },
  ticket: {
    title: 'Diese Startadresse ist verbraucht oder zu alt',
    lead: 'Sie gilt einmal, zehn Minuten lang. Klicken Sie in der Konsole noch einmal auf „here“.',
  },
  unreachable: {
    title: 'Ihre Einladung wurde nicht erreicht',
    lead: 'Das Netzwerk oder dieser Dienst hat nicht geantwortet. Es ist nichts verloren.',
    retry: 'Erneut versuchen',
  },
  tooMany: {
    title: 'Zu viele Versuche in kurzer Zeit',
    lead: 'Warten Sie eine Minute, und öffnen Sie den Link dann erneut.',
  },
  code: {
    label: 'Code aus der Nachricht',
    hint: '16 Buchstaben und Ziffern, unter dem Link. Groß oder klein, mit oder ohne Bindestriche.',
    submit: 'Einladung öffnen',
    problem: 'Der Code wurde nicht angenommen',
    unknown: 'Dieser Code ist hier nicht bekannt. Vergleichen Sie ihn Zeichen für Zeichen mit der Nachricht.',
    renewed: 'Dieser Code wurde erneuert. Verwenden Sie den aus der neuesten Nachricht.',
    malformed: 'Das ist kein vollständiger Code: Er hat 16 Buchstaben und Ziffern.',
    too_many: 'Zu viele Versuche in kurzer Zeit. Warten Sie eine Minute, und versuchen Sie es dann noch einmal.',
  },
} as const satisfies WordsOf<typeof english>;
