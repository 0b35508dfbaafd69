import { html } from 'hono/html';
import type { PageContext } from '../model.ts';
import { postButton } from './parts.ts';
import type { Html } from './sentence.ts';

/** The way into the portal, once there is something to see. Never a condition: always the second button. */
export function guideOffer({ words, paths }: PageContext): Html {
  const { title, text, button } = words.pages.guide.offer;
  return html`<section class="lk-offer">
    <h2>${title}</h2>
    <p class="lk-soft">${text}</p>
    ${postButton(paths.guide, { label: button, kind: 'secondary' })}
  </section>`;
}
