import type { PageWords } from '@latchkey/shared/words/page-words';
import { html } from 'hono/html';
import type { InvitationFacts, PageContext } from '../model.ts';
import { icon, type Icon } from './icons.ts';
import { isolated, type Html } from './sentence.ts';
import { shownName } from '@latchkey/shared/words/shown-name';

/** How a state is coloured (look: states). */
export type Tone = 'working' | 'degraded' | 'settling' | 'action' | 'blocked' | 'unreachable' | 'unknown' | 'plain';

interface Hero {
  readonly icon: Icon | null;
  readonly tone: Tone;
  readonly title: Html | string;
  readonly lead: Html | string;
}

/** What happened: the one heading of the page, with its icon. */
export const hero = (parts: Hero): Html =>
  parts.icon === null
    ? html`<div class="lk-hero">
        <h1>${parts.title}</h1>
        <p class="lead">${parts.lead}</p>
      </div>`
    : html`<div class="lk-hero lk-hero--icon s-${parts.tone}">
        ${icon(parts.icon)}
        <div>
          <h1>${parts.title}</h1>
          <p class="lead">${parts.lead}</p>
        </div>
      </div>`;

interface Line {
  readonly icon: Icon;
  readonly tone: Tone;
  readonly text: Html | string;
  readonly detail?: Html | string | null;
  /** A claim value or an id: small, mono, left to right. */
  readonly value?: string;
}

/** One line of a list: what was looked at, what was found. */
export const line = ({ icon: name, tone, text, detail, value }: Line): Html =>
  html`<li class="lk-check s-${tone}">
    ${icon(name)}
    <div>
      ${text}${detail === undefined || detail === null ? '' : html`<small>${detail}</small>`}${value === undefined ? '' : html`<small>${claim(value)}</small>`}
    </div>
  </li>`;

/** A list of lines. */
export const lines = (items: readonly Html[]): Html =>
  html`<ul class="lk-checks">
    ${items}
  </ul>`;

/** A claim value, a code or an id, as Microsoft writes it. */
export const claim = (value: string): Html => html`<code class="lk-mono" dir="ltr">${shownName(value)}</code>`;

interface Button {
  readonly label: Html | string;
  readonly kind?: 'primary' | 'secondary';
}

const classes = (kind: Button['kind']): string =>
  kind === 'secondary' ? 'lk-btn lk-btn--wide' : 'lk-btn lk-btn--primary lk-btn--wide';

/** A button with an effect: a form of its own, since GET has none. */
export const postButton = (action: string, { label, kind }: Button): Html =>
  html`<form method="post" action="${action}"><button class="${classes(kind)}" type="submit">${label}</button></form>`;

/** A way to another page that has no effect. */
export const linkButton = (href: string, { label, kind }: Button): Html =>
  html`<a class="${classes(kind)}" href="${href}">${label}</a>`;

/** The way back to Microsoft. */
export const startButton = (label: string, { paths }: PageContext): Html => postButton(paths.start, { label });

/** A term and what it is. */
export const fact = (term: string, value: Html | string, detail?: Html | string): Html =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}${detail === undefined ? '' : html`<small>${detail}</small>`}</dd>
  </div>`;

/** Whose organisation: its name, and the tenant below it. */
export const organization = (invitation: InvitationFacts): Html =>
  html`<b>${isolated(invitation.organization)}</b><small>${isolated(invitation.tenant)}</small>`;

/** The id of the request, which somebody who helps will ask for. */
export const requestLine = (words: PageWords, id: string | null): Html | '' =>
  id === null ? '' : html`<p class="lk-reference">${words.pages.ways.request} ${claim(id)}</p>`;
