import type { guide as english } from '../en/page-guide.ts';
import type { WordsOf } from '../words.ts';

/** The way into Microsoft's portal, for who wants to see it there. It is offered, and never needed. */
export const guide = {
  offer: {
    title: 'Überzeugen Sie sich selbst',
    text: 'Microsofts eigenes Portal führt auf, was erteilt wurde. Dort ist nichts zu tun.',
    button: 'Im Azure-Portal zeigen',
  },
  title: 'Im Azure-Portal ansehen',
  lead: 'Das Portal zeigt im Mandanten von {organization}, was {provider} darf. Das Ansehen ändert nichts.',
  withExtension: 'Mit der Latchkey-Erweiterung',
  click: 'Klicken Sie in der Symbolleiste Ihres Browsers auf den Latchkey-Schlüssel, während diese Seite geöffnet ist.',
  confirm: 'Die Erweiterung nennt diese Adresse und {provider}. Bestätigen Sie beides einmal.',
  follow: 'Sie öffnet die richtige Seite des Portals und weist auf das hin, was anzusehen ist.',
  once: 'Diese Seite gilt einmal, fünf Minuten lang. Zu spät? Gehen Sie zurück, und wählen Sie die Schaltfläche noch einmal.',
  withoutExtension: 'Ohne die Erweiterung',
  open: 'Seite „Berechtigungen“ öffnen',
  find: 'Im Azure-Portal: Unternehmensanwendungen, die App von {provider}, Berechtigungen.',
  look: 'Die Registerkarte „Administratoreinwilligung“ führt auf, was für die ganze Organisation gilt, die Registerkarte „Benutzereinwilligung“, was für einzelne Personen gilt.',
} as const satisfies WordsOf<typeof english>;
