import type { MailTemplateView } from '@latchkey/shared/api/mail-templates';
import { longestBody, longestSubject, type TemplateFault } from '@latchkey/shared/mail/template-fault';
import { fill } from '@latchkey/shared/words/fill';
import type { Words } from '@latchkey/shared/words/words';

/** What is being written. */
export interface TemplateDraft {
  readonly subject: string;
  readonly body: string;
}

/** Each kind in each language has a draft of its own. */
export const keyOf = ({ kind, language }: Pick<MailTemplateView, 'kind' | 'language'>): string => `${kind} ${language}`;

export const draftOf = ({ subject, body }: TemplateDraft): TemplateDraft => ({ subject, body });

export const isSame = (one: TemplateDraft, other: TemplateDraft): boolean =>
  one.subject.trim() === other.subject.trim() && one.body === other.body;

/** What is wrong with one field, in words, the first thing first; undefined where nothing is. */
export function faultWords(
  faults: readonly TemplateFault[],
  field: TemplateFault['field'],
  words: Words['console']['mailPage']['faults'],
): string | undefined {
  const [first] = faults.filter((one) => one.field === field);
  if (first === undefined) return undefined;
  const values = { subject: longestSubject, body: longestBody, line: first.line ?? '', name: first.name ?? '' };
  return fill(words[first.kind], values);
}
