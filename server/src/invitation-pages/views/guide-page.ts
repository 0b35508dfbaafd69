import { shownName } from '@latchkey/shared/words/shown-name';
import { html } from 'hono/html';
import { httpsAddress } from '../https-address.ts';
import { pageDocument } from '../markup/document.ts';
import { hero, line, lines, linkButton } from '../markup/parts.ts';
import { sentence, type Html } from '../markup/sentence.ts';
import type { GuidePage, PageContext } from '../model.ts';

/** Hands the guide over to the reader's own extension, and says the same in words to who has none. */
export function guidePage(model: GuidePage, context: PageContext): Html {
  const { words, providerName: provider } = context;
  const text = words.pages.guide;
  const names = { provider, organization: model.invitation.organization };
  const main = html`${hero({ icon: null, tone: 'plain', title: text.title, lead: sentence(text.lead, names) })}
    <div class="cols">
      <section class="cta" aria-labelledby="with-extension">
        <h2 id="with-extension">${text.withExtension}</h2>
        ${lines([
          line({ icon: 'check', tone: 'plain', text: html`<b>${text.click}</b>` }),
          line({ icon: 'check', tone: 'plain', text: sentence(text.confirm, names) }),
          line({ icon: 'check', tone: 'plain', text: text.follow }),
        ])}
        <p class="lk-soft">${text.once}</p>
      </section>
      <section aria-labelledby="without-extension">
        <h2 id="without-extension">${text.withoutExtension}</h2>
        <p>${sentence(text.find, names)}</p>
        ${permissionsPage(model, context)}
        <p class="lk-soft">${text.look}</p>
        ${linkButton(context.paths.result, { label: words.pages.ways.result, kind: 'secondary' })}
      </section>
    </div>`;
  const meta = {
    'latchkey-guide-code': model.oneTimeCode,
    'latchkey-provider': shownName(provider),
    'latchkey-app-id': model.appId,
  };
  return pageDocument(context, { title: text.title, main, invitation: model.invitation, meta });
}

function permissionsPage(model: GuidePage, { words }: PageContext): Html | '' {
  if (model.permissionsPage === null) return '';
  const { href } = httpsAddress(model.permissionsPage);
  return html`<a class="lk-btn lk-btn--wide" rel="noreferrer" href="${href}">${words.pages.guide.open}</a>`;
}
