import { calm } from './behaviour.ts';
import type { Behaviour } from './portal-data.ts';
import type { ShownDocument, WitnessedEvent } from './witnessed.ts';

type From<Said> = Said & { readonly host: string };
/** A document of the portal that is open, the host that it came from, and when it spoke: the newest has the highest number. */
type OpenDocument = From<ShownDocument> & { readonly sequence: number };
type PortalEvent = From<WitnessedEvent> & { readonly sequence: number };

/** How the portals behave at the moment, and what their pages say that they show and were done to. For the oracle alone. */
export interface PortalStage {
  behaviour: Behaviour;
  documents(): readonly OpenDocument[];
  events(): readonly PortalEvent[];
  shows(document: From<ShownDocument>): void;
  closed(document: string): void;
  /** Whoever is still open is about to say so again; a browser that was killed said no goodbye. */
  forgetDocuments(): void;
  happened(event: From<WitnessedEvent>): void;
}

export function openPortalStage(blades: Behaviour['blades']): PortalStage {
  const documents = new Map<string, OpenDocument>();
  const gone = new Set<string>();
  const events: PortalEvent[] = [];
  let sequence = 0;
  return {
    behaviour: calm(blades),
    documents: () => [...documents.values()],
    events: () => events,
    shows(shown) {
      const before = documents.get(shown.document);
      if (gone.has(shown.document) || (before && before.report > shown.report)) return;
      sequence += 1;
      documents.set(shown.document, { ...shown, sequence });
    },
    closed(document) {
      gone.add(document);
      documents.delete(document);
    },
    forgetDocuments: () => documents.clear(),
    happened: (event) => void events.push({ ...event, sequence: events.length + 1 }),
  };
}
