import { html } from 'hono/html';
import type { PageContext } from '../model.ts';
import { claim } from './parts.ts';
import { sentence, type Html } from './sentence.ts';

/** How the customer ends it without us, and by which id they find the app. */
export function takeBack({ words, providerName: provider }: PageContext, appId: string): Html {
  const text = words.pages.invitation;
  return html`<section>
    <h2>${text.takeBack}</h2>
    <p class="lk-soft">${sentence(text.takeBackSteps, { provider })}</p>
    <p class="lk-reference">${text.appId} ${claim(appId)}</p>
  </section>`;
}
