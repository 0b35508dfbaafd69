import type { Corner } from '../messaging/page-guide.ts';

export type { Corner };

const corners: readonly Corner[] = ['end-bottom', 'start-bottom', 'start-top', 'end-top'];

/** Once around, for who cannot drag. */
export const nextCorner = (corner: Corner): Corner =>
  corners[(corners.indexOf(corner) + 1) % corners.length] ?? 'end-bottom';

/** The corner that a point of the window is nearest to. */
export function cornerAt(x: number, y: number, direction: 'ltr' | 'rtl'): Corner {
  const atStart = x < innerWidth / 2 === (direction === 'ltr');
  return `${atStart ? 'start' : 'end'}-${y < innerHeight / 2 ? 'top' : 'bottom'}`;
}
