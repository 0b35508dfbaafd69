import { html } from 'hono/html';
import type { PageContext, ToldError } from '../model.ts';
import { moment } from './moment.ts';
import { claim, fact } from './parts.ts';
import { sentence, type Html } from './sentence.ts';

/** The code and the ids by which Microsoft finds an error, for whoever helps; nothing where there are none. */
export function errorFacts(
  error: ToldError | null,
  { words, language, providerName: provider }: PageContext,
): Html | '' {
  if (error === null) return '';
  const text = words.pages.paste.told;
  const { code, correlationId, requestId, timestamp } = error;
  const ids = [
    [text.code, code],
    [text.correlation, correlationId],
    [text.request, requestId],
  ] as const;
  const known = [
    ...ids.flatMap(([term, id]) => (id === null ? [] : [fact(term, claim(id))])),
    ...(timestamp === null ? [] : [fact(text.time, moment(timestamp, language))]),
  ];
  return known.length === 0
    ? ''
    : html`<section class="cta lk-single">
        <h2>${sentence(text.forSupport, { provider })}</h2>
        <dl class="facts">${known}</dl>
      </section>`;
}
