import { ask } from '../messaging/ask.ts';

/**
 * Closing the guide: once it is asked for it holds until the background has heard of it. Where one worker after another dies over it, it
 * is asked for again with the next reading, which is when there is a line to the background again.
 */
export function createClosing(look: () => void) {
  let wanted = false;
  return {
    close(): void {
      wanted = true;
      look();
    },
    /** Called before a reading. */
    async settle(): Promise<void> {
      if (wanted) wanted = !(await ask('guide.close', {})).ok;
    },
  };
}
