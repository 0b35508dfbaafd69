import { linkSequence, openingNames, templateNames } from '@latchkey/shared/mail/mail-template';
import { longestBody, longestSubject, type TemplateFault } from '@latchkey/shared/mail/template-fault';
import type { Template } from './mail-template-repository.ts';
import { readTags, type Tag } from './read-tags.ts';

type Field = TemplateFault['field'];
type Place = Partial<Pick<TemplateFault, 'line' | 'name'>>;

const known = new Set<string>(templateNames);
const opening = new Set<string>(openingNames);
/** Of a header, one line; whatever ends a line somewhere ends it here. */
const lineBreak = /[\p{Cc}\p{Zl}\p{Zp}]/u;

const fault = (field: Field, kind: TemplateFault['kind'], place: Place = {}): TemplateFault => ({
  field,
  kind,
  line: null,
  name: null,
  ...place,
});

/** Everything that is wrong with a template, in its order; nothing for one that may be saved. */
export const checkTemplate = ({ subject, body }: Template): readonly TemplateFault[] => [
  ...(lineBreak.test(subject) ? [fault('subject', 'line_break')] : []),
  ...lengthFaults('subject', subject, longestSubject),
  ...tagFaults('subject', subject),
  ...lengthFaults('body', body, longestBody),
  ...tagFaults('body', body),
];

function lengthFaults(field: Field, text: string, longest: number): readonly TemplateFault[] {
  if (text.trim() === '') return [fault(field, 'empty')];
  return text.length > longest ? [fault(field, 'too_long')] : [];
}

function tagFaults(field: Field, text: string): readonly TemplateFault[] {
  const read = readTags(text);
  if (!read.ok) return [fault(field, read.fault, { line: read.line, name: read.name })];
  const faults = read.tags.flatMap((tag) => tagFault(field, tag));
  const isWithoutLink = field === 'body' && text.trim() !== '' && !hasLink(text);
  return isWithoutLink ? [...faults, fault(field, 'link_missing')] : faults;
}

function tagFault(field: Field, { name, line, isPlain }: Tag): readonly TemplateFault[] {
  if (!isPlain) return [fault(field, 'tag_refused', { line, name })];
  if (!known.has(name)) return [fault(field, 'name_unknown', { line, name })];
  return field === 'subject' && opening.has(name) ? [fault(field, 'link_in_subject', { line, name })] : [];
}

/** In place of the sequence: no name of a template is like it. */
const mark = 'TheLink';

/** Outside of every section: what stands in one is left out of some mails, and a mail without its link is none. */
function hasLink(text: string): boolean {
  const read = readTags(text.replaceAll(linkSequence, `{{${mark}}}`));
  return read.ok && read.tags.some(({ name, depth }) => name === mark && depth === 0);
}
