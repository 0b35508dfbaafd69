import * as z from 'zod/mini';

export const longestSubject = 200;
export const longestBody = 10_000;

/** What can be wrong with a template of a mail. */
const TemplateFaultKind = z.enum([
  'empty',
  'too_long',
  'line_break',
  'tag_open',
  'tag_refused',
  'section_open',
  'section_unopened',
  'name_unknown',
  'link_missing',
  'link_in_subject',
]);

/** One fault, with its place: the line, where it has one, and the name that is meant. */
export const TemplateFault = z.strictObject({
  field: z.enum(['subject', 'body']),
  kind: TemplateFaultKind,
  line: z.nullable(z.int()),
  name: z.nullable(z.string()),
});
export type TemplateFault = z.infer<typeof TemplateFault>;
