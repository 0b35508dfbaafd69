import type { Behaviour } from '../portal-data.ts';
import type { Paint } from './paint.ts';
import { clobbers, disorder } from './disorder.ts';
import { openStorm } from './storm.ts';

/** What goes on around a blade when the portal is told not to be calm. */
export interface Unrest {
  /** The blade, with whatever disorder has to stand around it. */
  around(paint: Paint, blade: HTMLElement): HTMLElement;
  end(): void;
}

/** Begins the unrest of one blade's document. */
export function openUnrest({ storm, hostile }: Behaviour, lookAlike: string): Unrest {
  const storming = storm ? openStorm() : undefined;
  const clobbered = hostile ? clobbers() : undefined;
  return {
    around: (paint, blade) => (hostile ? disorder(paint, blade, lookAlike) : blade),
    end() {
      storming?.remove();
      clobbered?.remove();
    },
  };
}
