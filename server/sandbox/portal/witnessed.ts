import { z } from 'zod';

const text = z.string().max(2000);
const rectangle = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** One thing that a guide could point at, as the page that drew it sees it. */
const Target = z.strictObject({
  role: text,
  /** The accessible name. */
  label: text,
  /** In the viewport of its own frame, in CSS pixels; empty while it is not drawn. */
  rectangle,
});

/** What one document of the portal shows at the moment. */
export const ShownDocument = z.strictObject({
  /** One for each tab of the browser; shared by the shell and its blade's frame. */
  tab: text,
  /** One for each load of the document: a replaced frame is another. */
  document: text,
  frame: z.enum(['top', 'blade']),
  page: z.enum(['home', 'applications', 'overview', 'permissions']),
  account: text,
  tenantId: text,
  path: text,
  hash: text,
  /** How often it has drawn itself. */
  draws: z.int(),
  /** Counts the reports of this document, so that a late one does not win over a newer. */
  report: z.int(),
  /** True once the controls are there, also when they come late. */
  complete: z.boolean(),
  targets: z.record(text, Target),
});
export type ShownDocument = z.output<typeof ShownDocument>;

/** A click, or any event that no person made. */
export const WitnessedEvent = z.strictObject({
  tab: text,
  document: text,
  frame: z.enum(['top', 'blade']),
  type: text,
  trusted: z.boolean(),
  /** The name of the target, if it was one. */
  target: text.nullable(),
});
export type WitnessedEvent = z.output<typeof WitnessedEvent>;

export const Closed = z.strictObject({ document: text });
