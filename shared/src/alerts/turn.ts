import { saysNothing } from '../validation/history.ts';
import type { VerdictName } from '../validation/verdict.ts';

/**
 * Whether somebody is told of a new verdict: on each change from and to `working`. What says nothing (not reached, too early) is no
 * change; `before` is the last verdict that said something, null where there was none.
 */
export const isTurn = (before: VerdictName | null, after: VerdictName): boolean =>
  !saysNothing(after) && before !== after && (before === 'working' || after === 'working');
