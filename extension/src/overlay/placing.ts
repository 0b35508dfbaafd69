import { ask } from '../messaging/ask.ts';
import type { Corner } from './corners.ts';

interface Place {
  readonly corner: Corner;
  readonly small: boolean;
}

/** Where a person has put the card: it holds over every reading that was asked for before the background had it on record. */
export function createPlacing(look: () => void) {
  let placed: Place | undefined;
  let onRecord = false;
  return {
    place(next: Place): void {
      placed = next;
      onRecord = false;
      void ask('overlay.place', next).then(() => {
        if (placed !== next) return;
        onRecord = true;
        look();
      });
    },
    /** Called before a reading; what it gives puts the place into what was read. */
    reading(): <Page extends Place>(page: Page) => Page {
      const isNewer = onRecord;
      return (page) => {
        const there = { ...page, ...placed };
        if (isNewer && onRecord) placed = undefined;
        return there;
      };
    },
  };
}
