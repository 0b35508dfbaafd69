import { fill } from '@latchkey/shared/words/fill';
import { checkPermissionsGuide } from '../guides/guides.ts';
import { ask } from '../messaging/ask.ts';
import type { Point } from '../messaging/page-guide.ts';
import { watchTarget } from '../pages/watch-target.ts';
import { cornersNear, type Corner } from './corners.ts';
import { drawRing } from './ring.ts';
import { speak } from './words.ts';

export interface Pointing {
  /** Points at this from now on, wherever the page draws it; null points at nothing. */
  aim(point: Point | null): void;
}

/**
 * Looks for what a step is about in this frame's own document, rings it, and tells whether it is there. Never where: at
 * most the corners in which a card would stand on it.
 */
export function createPointing(place: HTMLElement, signal: AbortSignal): Pointing {
  let aimed = '';
  let tell = (): void => undefined;
  let visit = new AbortController();
  signal.addEventListener('abort', () => visit.abort(), { once: true });

  function start(point: Point, end: AbortSignal): void {
    const target = checkPermissionsGuide.find(({ id }) => id === point.step)?.target;
    if (target == null) return;
    const { words, direction } = speak(point.language);
    const { pointer, pointerCompare } = words.guide;
    const sentence = point.step === 'compare-permissions' ? pointerCompare : pointer;
    let ring = new AbortController();
    end.addEventListener('abort', () => ring.abort(), { once: true });
    watchTarget(
      target,
      point,
      document,
      (located) => {
        ring.abort();
        let near: readonly Corner[] = [];
        tell = () => void ask('guide.seen', { step: point.step, found: located.state === 'found', near: [...near] });
        tell();
        if (located.state === 'missing') return;
        ring = new AbortController();
        const { element } = located;
        Element.prototype.scrollIntoView.call(element, { block: 'nearest', inline: 'nearest' });
        const saying = fill(sentence, { number: point.number });
        const onPlaced = (at: DOMRect): void => {
          const now = cornersNear(at, direction);
          if (now.join() === near.join()) return;
          near = now;
          tell();
        };
        drawRing({ place, target: element, words: saying, direction, onPlaced, signal: ring.signal });
      },
      end,
    );
  }

  return {
    aim(point) {
      const wanted = JSON.stringify(point);
      if (signal.aborted) return;
      // Whoever asks again may be a new worker, which has heard nothing yet.
      if (wanted === aimed) return tell();
      aimed = wanted;
      tell = () => undefined;
      visit.abort();
      visit = new AbortController();
      if (point !== null) start(point, visit.signal);
    },
  };
}
