import { PermissionLineView } from '@latchkey/shared/api/schemas';
import { StepId } from '@latchkey/shared/guides/check-permissions';
import * as z from 'zod/mini';

/** How it stands with what the server says: whether it can be asked, and by whom. */
export const Situation = z.enum(['reading', 'known', 'offline', 'signed-out', 'too-early', 'over']);
export type Situation = z.infer<typeof Situation>;

export const Corner = z.enum(['end-bottom', 'start-bottom', 'start-top', 'end-top']);
export type Corner = z.infer<typeof Corner>;

/** What a frame needs to point at something in it: the step, its number, and what Microsoft's own page shows of it anyway. */
export const Point = z.object({
  step: StepId,
  number: z.int(),
  appId: z.string(),
  claimValues: z.array(z.string()),
  language: z.enum(['en', 'pseudo']),
});
export type Point = z.infer<typeof Point>;

/**
 * All that the card in a web page knows. The page can read whatever is drawn there, so: no customer's name, no id, no mail
 * address, and of tenants only the one that the page itself is on.
 */
export const PageGuide = z.object({
  provider: z.nullable(z.string()),
  situation: Situation,
  checking: z.boolean(),
  tenant: z.nullable(z.enum(['right', 'other', 'unnamed'])),
  /** The domain of the page's own tenant. */
  domain: z.nullable(z.string()),
  /** Whether the way to the right page is known. */
  mayGo: z.boolean(),
  steps: z.array(z.object({ id: StepId, state: z.enum(['proved', 'passed', 'now', 'next']) })),
  /** The invitation is through: authentication is complete, and the proof of that still holds. */
  complete: z.boolean(),
  proof: z.nullable(z.object({ evidence: z.enum(['grants', 'probe']), at: z.iso.datetime() })),
  checkedAt: z.nullable(z.iso.datetime()),
  /** Required against granted, as the server read it: claim values are the same in every tenant. */
  lines: z.nullable(
    z.array(
      z.object({
        value: z.string(),
        required: z.boolean(),
        finding: PermissionLineView.shape.finding,
      }),
    ),
  ),
  point: z.nullable(Point),
  /** Whether any frame of the tab has found what the step points at; null while none has looked. */
  found: z.nullable(z.boolean()),
  /** The corners in which a card would stand on what the step points at. */
  near: z.array(Corner),
  corner: Corner,
  small: z.boolean(),
  language: z.enum(['en', 'pseudo']),
});
export type PageGuide = z.infer<typeof PageGuide>;
