import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import { html } from 'hono/html';
import type { Html } from './sentence.ts';

/** How dates are written in each language: 24 hours, the day first. */
export const dateLocales = { en: 'en-GB', de: 'de-DE', pseudo: 'en-GB' } as const satisfies Record<
  CustomerLanguage,
  string
>;

/**
 * A moment, with its zone named. The server does not know the reader's zone and says UTC; the script writes it again in
 * the reader's own. Seconds only where something was proved.
 */
export function moment(iso: string, language: CustomerLanguage, precision: 'minute' | 'second' = 'minute'): Html {
  const text = new Intl.DateTimeFormat(dateLocales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(precision === 'second' ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(new Date(iso));
  return html`<time dir="auto" datetime="${iso}" data-precision="${precision}">${text}</time>`;
}
