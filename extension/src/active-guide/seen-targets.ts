import type { StepId } from '@latchkey/shared/guides/check-permissions';
import type { FrameCaller } from '../messaging/caller.ts';
import type { Corner } from '../messaging/page-guide.ts';

/** What one frame has seen. */
interface Seen {
  readonly step: StepId;
  readonly found: boolean;
  readonly near: readonly Corner[];
}

/** What a tab's frames have seen, together: `found` is null while none of them has looked. */
export interface SeenInTab {
  readonly found: boolean | null;
  readonly near: readonly Corner[];
}

/** Which frames of which tab have found what the step points at. Told anew by every frame after a worker has died. */
export interface SeenTargets {
  see(caller: FrameCaller, seen: Seen): void;
  inTab(tabId: number, step: StepId | undefined): SeenInTab;
  leave(caller: FrameCaller): void;
}

export function createSeenTargets(): SeenTargets {
  const seen = new Map<string, Seen & { readonly caller: FrameCaller }>();
  const keyOf = ({ tabId, frameId }: FrameCaller): string => `${tabId} ${frameId}`;
  return {
    see: (caller, what) => void seen.set(keyOf(caller), { caller, ...what }),
    inTab(tabId, step) {
      const here = [...seen.values()].filter(({ caller, step: of }) => caller.tabId === tabId && of === step);
      return {
        found: here.length === 0 ? null : here.some(({ found }) => found),
        near: here.flatMap(({ found, near }) => (found ? near : [])),
      };
    },
    leave: (caller) => void seen.delete(keyOf(caller)),
  };
}
