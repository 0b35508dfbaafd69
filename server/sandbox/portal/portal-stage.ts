import { calm } from './behaviour.ts';
import type { Behaviour } from './portal-data.ts';
import type { ShownDocument, WitnessedEvent } from './witnessed.ts';

/** A document of the portal that is open, and the host that it came from. */
export type OpenDocument = ShownDocument & { readonly host: string };
export type PortalEvent = WitnessedEvent & { readonly host: string; readonly sequence: number };

/** How the portals behave at the moment, and what their pages say that they show and were done to. For the oracle alone. */
export interface PortalStage {
  behaviour: Behaviour;
  documents(): readonly OpenDocument[];
  events(): readonly PortalEvent[];
  shows(document: OpenDocument): void;
  closed(document: string): void;
  happened(event: WitnessedEvent & { readonly host: string }): void;
}

export function openPortalStage(blades: Behaviour['blades']): PortalStage {
  const documents = new Map<string, OpenDocument>();
  const gone = new Set<string>();
  const events: PortalEvent[] = [];
  return {
    behaviour: calm(blades),
    documents: () => [...documents.values()],
    events: () => events,
    shows(shown) {
      const before = documents.get(shown.document);
      if (gone.has(shown.document) || (before && before.report > shown.report)) return;
      documents.set(shown.document, shown);
    },
    closed(document) {
      gone.add(document);
      documents.delete(document);
    },
    happened: (event) => void events.push({ ...event, sequence: events.length + 1 }),
  };
}
