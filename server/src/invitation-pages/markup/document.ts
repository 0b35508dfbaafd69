import { customerLanguages } from '@latchkey/shared/words/customer-language';
import { html } from 'hono/html';
import type { InvitationFacts, PageContext } from '../model.ts';
import { languageSwitch } from './language-switch.ts';
import { dateLocales } from './moment.ts';
import { isolated, sentence, type Html } from './sentence.ts';
import { shownName } from '@latchkey/shared/words/shown-name';

interface Document {
  /** Title of the window, without markup. */
  readonly title: string;
  readonly main: Html;
  readonly invitation: InvitationFacts | null;
  /** Goes on to this address by itself. */
  readonly refreshTo?: string;
  /** What the reader's own extension may read of the page, by name. */
  readonly meta?: Readonly<Record<string, string>>;
}

/** The page around its content: the provider above, us in the footer only. */
export function pageDocument(context: PageContext, { title, main, invitation, refreshTo, meta = {} }: Document): Html {
  const { tag, direction } = customerLanguages[context.language];
  const { assets, brand, providerName } = context;
  const styles = [...assets.styles, ...(brand.style === null ? [] : [brand.style])];
  return html`<!doctype html>
    <html lang="${tag}" dir="${direction}" data-dates="${dateLocales[context.language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="color-scheme" content="light dark" />
        ${refreshTo === undefined ? '' : html`<meta http-equiv="refresh" content="0; url=${refreshTo}" />`}
        ${Object.entries(meta).map(([name, content]) => html`<meta name="${name}" content="${content}" />`)}
        <title>${title} · ${shownName(providerName)}</title>
        <link rel="icon" type="image/svg+xml" href="${assets.icon}" />
        ${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        <script src="${assets.script}"></script>
      </head>
      <body>
        <div class="lk-page">
          <header class="lk-page__bar">
            <span class="lk-brand">${mark(context)}${isolated(providerName)}</span>
          </header>
          <main>${main}</main>
          ${footer(context, invitation)}
        </div>
      </body>
    </html>`;
}

/** The provider's logo, or the first letter of its name; the name stands beside it. */
const mark = ({ brand, providerName }: PageContext): Html =>
  brand.logo === null
    ? html`<span class="lk-initial" aria-hidden="true">${initial(providerName)}</span>`
    : html`<img class="lk-logo" src="${brand.logo}" alt="" />`;

const initial = (name: string): string => ([...shownName(name)][0] ?? '').toLocaleUpperCase();

function footer(context: PageContext, invitation: InvitationFacts | null): Html {
  const text = context.words.pages.footer;
  const parts = [
    ...(invitation === null ? [] : [sentence(text.invitation, { organization: invitation.organization })]),
    ...(invitation?.reference ? [sentence(text.reference, { reference: invitation.reference })] : []),
    text.sentThrough,
  ];
  return html`<footer>${parts.map((part) => html`<span>${part}</span> `)}${languageSwitch(context)}</footer>`;
}
