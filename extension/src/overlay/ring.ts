import { autoUpdate } from '@floating-ui/dom';

const arrow = 'M36 12H4M12 4l-8 8 8 8';
const svg = 'http://www.w3.org/2000/svg';

/** The arrow from the words back to what they are about. */
function drawArrow(): SVGElement {
  const drawn = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  const attributes = { viewBox: '0 0 36 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '3' };
  for (const [key, value] of Object.entries({ ...attributes, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }))
    drawn.setAttribute(key, value);
  drawn.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', arrow);
  drawn.append(path);
  return drawn;
}

/** Between target and words: the arrow's room. */
const gap = 52;
const edge = 8;

type Side = 'right' | 'left' | 'below';

/** Beside the target where there is room, at its end first; else below it. */
function sideOf(target: DOMRect, words: DOMRect, direction: 'ltr' | 'rtl'): Side {
  const fits = {
    right: target.right + gap + words.width + edge <= innerWidth,
    left: target.left - gap - words.width >= edge,
  };
  const sides = direction === 'rtl' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  return sides.find((side) => fits[side]) ?? 'below';
}

function spotOf(side: Side, target: DOMRect, words: DOMRect): { readonly x: number; readonly y: number } {
  const middle = target.top + (target.height - words.height) / 2;
  if (side === 'right') return { x: target.right + gap, y: middle };
  if (side === 'left') return { x: target.left - gap - words.width, y: middle };
  return { x: Math.min(Math.max(edge, target.left), innerWidth - words.width - edge), y: target.bottom + edge };
}

interface RingNeeds {
  readonly place: HTMLElement;
  readonly target: Element;
  readonly words: string;
  readonly direction: 'ltr' | 'rtl';
  /** Where it stands now, and wherever it moves. */
  readonly onPlaced: (at: DOMRect) => void;
  readonly signal: AbortSignal;
}

/**
 * Draws a ring around something in this frame, and words beside it, and keeps them there while it moves. Both let every click
 * through. Ends with `signal`.
 */
export function drawRing({ place, target, words, direction, onPlaced, signal }: RingNeeds): void {
  if (signal.aborted) return;
  const ring = document.createElement('div');
  ring.className = 'lk-ring';
  const callout = document.createElement('div');
  callout.className = 'lk-callout';
  // The card says the same, to everybody; this is where to look for those who can.
  callout.setAttribute('aria-hidden', 'true');
  callout.append(drawArrow(), words);
  place.append(ring, callout);

  const follow = (): void => {
    const at = Element.prototype.getBoundingClientRect.call(target);
    const size = callout.getBoundingClientRect();
    const side = sideOf(at, size, direction);
    const { x, y } = spotOf(side, at, size);
    const px = (value: number): string => `${value}px`;
    Object.assign(ring.style, { left: px(at.left), top: px(at.top), width: px(at.width), height: px(at.height) });
    Object.assign(callout.style, { left: px(x), top: px(y) });
    callout.dataset['side'] = side;
    onPlaced(at);
  };
  const stop = autoUpdate(target, callout, follow);
  signal.addEventListener(
    'abort',
    () => {
      stop();
      ring.remove();
      callout.remove();
    },
    { once: true },
  );
}
