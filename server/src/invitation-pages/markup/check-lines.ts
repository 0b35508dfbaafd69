import type { Check } from '@latchkey/shared/validation/verdict';
import type { PageWords } from '@latchkey/shared/words/page-words';
import type { Icon } from './icons.ts';
import { line, type Tone } from './parts.ts';
import { sentence, type Html } from './sentence.ts';

const marks = {
  passed: { icon: 'working', tone: 'working' },
  failed: { icon: 'action', tone: 'action' },
  warning: { icon: 'degraded', tone: 'degraded' },
  not_tried: { icon: 'unknown', tone: 'unknown' },
  unknown: { icon: 'unknown', tone: 'unknown' },
} as const satisfies Record<Check['result'], { readonly icon: Icon; readonly tone: Tone }>;

/** The checks one by one, in the customer's words. Only what passed is green. */
export const checkLines = (checks: readonly Check[], words: PageWords): readonly Html[] =>
  checks.map((check) => {
    const { proved } = words.pages;
    const text = check.result === 'passed' ? proved.checks[check.id] : proved.notProved[check.id];
    return line({ ...marks[check.result], text, detail: detail(check, words) });
  });

function detail({ id, result, about }: Check, { pages: { proved } }: PageWords): Html | null {
  if (result !== 'passed') return null;
  const name = about[0];
  if (id === 'live_read' && name !== undefined) return sentence(proved.details.live_read, { about: name });
  return id === 'permissions' ? sentence(proved.details.permissions) : null;
}
