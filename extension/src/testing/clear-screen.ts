import { act, cleanup } from '@testing-library/preact';

/**
 * Takes away whatever is drawn, and has its effects end now. Left to itself, Preact 11 ends them after the next paint: by then another
 * test of the same worker may have put its own stand-ins where the effect looks for the browser.
 */
export function clearScreen(): void {
  void act(cleanup);
}
