import type { StepId } from '@latchkey/shared/guides/check-permissions';
import type { Page } from '../pages/page.ts';
import type { Target } from '../pages/target.ts';

/** One thing that a person does. Title and instruction stand in words.guide.steps, complete without any arrow. */
export interface Step {
  readonly id: StepId;
  /** Where it is done; null: anywhere on a portal. */
  readonly page: Page | null;
  readonly target: Target | null;
  /**
   * Who says that it is done. The page never does: the server proves it. A step of the way is `passed` once the address says that
   * one is beyond it; that is drawn without a tick, for it proves nothing.
   */
  readonly doneWhen: { readonly proof: 'grants' } | { readonly passed: readonly Page[] | 'tenant' };
  /** The last day a person walked this step on the real portal; 'never' until somebody did. */
  readonly walkedOn: 'never' | `${number}-${number}-${number}`;
  /** Where the address and the target are known from. */
  readonly knownFrom: string;
}

export const defineStep = <const S extends Step>(step: S): S => step;
