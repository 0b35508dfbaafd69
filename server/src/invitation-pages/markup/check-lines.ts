import type { Check } from '@latchkey/shared/validation/verdict';
import type { PageWords } from '@latchkey/shared/words/page-words';
import { html } from 'hono/html';
import type { Icon } from './icons.ts';
import { claim, line, type Tone } from './parts.ts';
import { sentence, type Html } from './sentence.ts';

const marks = {
  passed: { icon: 'working', tone: 'working' },
  failed: { icon: 'action', tone: 'action' },
  warning: { icon: 'degraded', tone: 'degraded' },
  skipped: { icon: 'unknown', tone: 'unknown' },
  not_tried: { icon: 'unknown', tone: 'unknown' },
  unknown: { icon: 'unknown', tone: 'unknown' },
} as const satisfies Record<Check['result'], { readonly icon: Icon; readonly tone: Tone }>;

/** What the provider keeps on its own side is nothing that the customer could look at. */
const ours: readonly Check['id'][] = ['sign_in', 'credential', 'password'];

/**
 * The checks one by one, in the customer's words. Only what passed is green; what was not tried says so, and what nobody needs is
 * left out.
 */
export const checkLines = (checks: readonly Check[], words: PageWords): readonly Html[] =>
  checks
    .filter(({ id, result }) => result !== 'skipped' && !ours.includes(id))
    .map((check) => line({ ...marks[check.result], text: text(check, words), detail: detail(check, words) }));

function text({ id, result }: Check, { pages: { proved } }: PageWords): string {
  if (result === 'passed') return proved.checks[id];
  return result === 'failed' || result === 'warning' ? proved.notPassed[id].found : proved.notPassed[id].open;
}

function detail({ id, result, about }: Check, { pages: { proved } }: PageWords): Html | null {
  const name = about[0];
  if (result === 'passed' && id === 'live_read' && name !== undefined)
    return sentence(proved.details.live_read, { about: name });
  if (result === 'passed') return id === 'permissions' ? sentence(proved.details.permissions) : null;
  const namesPermissions = id === 'permissions' || id === 'surplus';
  return namesPermissions && name !== undefined ? html`${about.map((value) => html`${claim(value)} `)}` : null;
}
