import type { StepId } from '@latchkey/shared/guides/check-permissions';
import type { FrameCaller } from '../messaging/caller.ts';

/** Which frames of which tab have found what the step points at. Told anew by every frame after a worker has died. */
export interface SeenTargets {
  see(caller: FrameCaller, step: StepId, found: boolean): void;
  /** Null while no frame of this tab has looked for it. */
  found(tabId: number, step: StepId | undefined): boolean | null;
  leave(caller: FrameCaller): void;
}

export function createSeenTargets(): SeenTargets {
  const seen = new Map<string, { readonly caller: FrameCaller; readonly step: StepId; readonly found: boolean }>();
  const keyOf = ({ tabId, frameId }: FrameCaller): string => `${tabId} ${frameId}`;
  return {
    see: (caller, step, found) => void seen.set(keyOf(caller), { caller, step, found }),
    found(tabId, step) {
      const here = [...seen.values()].filter(({ caller, step: of }) => caller.tabId === tabId && of === step);
      return here.length === 0 ? null : here.some(({ found }) => found);
    },
    leave: (caller) => void seen.delete(keyOf(caller)),
  };
}
