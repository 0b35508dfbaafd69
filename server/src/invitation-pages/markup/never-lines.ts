import { couldNever } from '@latchkey/shared/permissions/never';
import { html } from 'hono/html';
import type { PageContext } from '../model.ts';
import { line, lines } from './parts.ts';
import type { Html } from './sentence.ts';

/** Only what none of these permissions allows; no heading over an empty list. */
export function neverLines(
  title: string,
  permissions: readonly { readonly value: string }[],
  { words }: PageContext,
): Html | '' {
  const kept = couldNever(permissions);
  if (kept.length === 0) return '';
  return html`<section>
    <h2>${title}</h2>
    ${lines(kept.map((key) => line({ icon: 'cross', tone: 'plain', text: words.pages.never[key] })))}
  </section>`;
}
