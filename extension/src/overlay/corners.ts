import type { Corner } from '../messaging/page-guide.ts';

export type { Corner };

const corners: readonly Corner[] = ['end-bottom', 'start-bottom', 'start-top', 'end-top'];

/** Once around, for who cannot drag; past the corners in which the card would stand in the way. */
export function nextCorner(corner: Corner, near: readonly Corner[] = []): Corner {
  const at = corners.indexOf(corner);
  const round = [...corners.slice(at + 1), ...corners.slice(0, at)];
  return round.find((one) => !near.includes(one)) ?? round[0] ?? corner;
}

/** Where the card stands so that it does not cover what it points at: at the other side first, at the same height. */
export function asideOf(corner: Corner, near: readonly Corner[]): Corner {
  if (!near.includes(corner)) return corner;
  const [side, height] = corner.split('-');
  const across = corners.find((one) => one !== corner && one.endsWith(`-${height}`));
  const along = corners.find((one) => one !== corner && one.startsWith(`${side}-`));
  return [across, along, ...corners].find((one) => one !== undefined && !near.includes(one)) ?? corner;
}

/** The corner that a point of the window is nearest to. */
export function cornerAt(x: number, y: number, direction: 'ltr' | 'rtl'): Corner {
  const atStart = x < innerWidth / 2 === (direction === 'ltr');
  return `${atStart ? 'start' : 'end'}-${y < innerHeight / 2 ? 'top' : 'bottom'}`;
}

/** The room that a card takes in its corner, edge and shadow included. A long one takes most of the height. */
const room = { width: 400, height: 640, ofHeight: 0.75 };
/** Up to here a card is as wide as the window, and takes less than half of its height (overlay.css): so one half is always free. */
const narrow = { width: 480, ofHeight: 0.46 };

/**
 * The corners of this window in which a card would stand on something. A frame knows nothing of the window around it: the portal
 * gives a blade all of it but for the bars, so that a corner of the frame is one of the window's, near enough.
 */
export function cornersNear(
  { left, right, top, bottom }: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  direction: 'ltr' | 'rtl',
): readonly Corner[] {
  const height =
    innerWidth <= narrow.width ? innerHeight * narrow.ofHeight : Math.max(room.height, innerHeight * room.ofHeight);
  const atLeft = left < room.width && right > 0;
  const atRight = right > innerWidth - room.width && left < innerWidth;
  const at = {
    start: direction === 'ltr' ? atLeft : atRight,
    end: direction === 'ltr' ? atRight : atLeft,
    top: top < height && bottom > 0,
    bottom: bottom > innerHeight - height && top < innerHeight,
  };
  return corners.filter((corner) => {
    const [inline, block] = corner.split('-') as ['start' | 'end', 'top' | 'bottom'];
    return at[inline] && at[block];
  });
}
