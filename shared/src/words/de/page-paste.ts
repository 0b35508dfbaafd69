import type { paste as english } from '../en/page-paste.ts';
import type { WordsOf } from '../words.ts';

/** The box for an error that stayed on Microsoft's page, and what is said of it. */
export const paste = {
  title: 'Microsofts Seite zeigt einen Fehler? Fügen Sie ihn ein',
  label: 'Text der Seite',
  hint: 'Kopieren Sie, was auf der Seite steht, mit Code und IDs. Nicht die Adresse der Seite, und kein Kennwort. Der Text wird gelesen und nicht gespeichert.',
  submit: 'Fehler lesen',
  refused: {
    title: 'Dieser Text enthält einen Anmeldecode und wurde daher nicht gelesen',
    text: 'Wer einen solchen Code besitzt, kann Ihre Anmeldung übernehmen. Nichts davon wurde gespeichert. Geben Sie diese Adresse niemandem; fügen Sie nur ein, was auf der Seite selbst steht.',
  },
  nothing: {
    title: 'In diesem Text wurde kein Fehler von Microsoft gefunden',
    text: 'Die Seite nennt einen Code, meist mit AADSTS davor. Kopieren Sie die ganze Seite, und fügen Sie sie hier ein.',
  },
  told: {
    lead: 'Das steht auf Microsofts Seite. Dadurch wurde nichts erteilt, und außer dem Code und den IDs unten wurde nichts gespeichert. {provider} sieht sie ebenfalls.',
    notKept:
      'Es wurde nichts erteilt, und außer dem Code und den IDs wurde nichts gespeichert. {provider} sieht sie ebenfalls.',
    forSupport: 'Für {provider}',
    code: 'Microsofts Code',
    correlation: 'Korrelations-ID',
    request: 'Anforderungs-ID',
    time: 'Wann',
  },
} as const satisfies WordsOf<typeof english>;
