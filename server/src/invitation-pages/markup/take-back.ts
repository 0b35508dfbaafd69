import { html } from 'hono/html';
import type { PageContext } from '../model.ts';
import { sentence, type Html } from './sentence.ts';

/** How the customer ends it without us. */
export const takeBack = ({ words, providerName: provider }: PageContext): Html =>
  html`<section>
    <h2>${words.pages.invitation.takeBack}</h2>
    <p class="lk-soft">${sentence(words.pages.invitation.takeBackSteps, { provider })}</p>
  </section>`;
