import { html } from 'hono/html';
import { httpsAddress } from '../https-address.ts';
import { pageDocument } from '../markup/document.ts';
import { hero, line, lines } from '../markup/parts.ts';
import { sentence, type Html } from '../markup/sentence.ts';
import type { LeavingPage, PageContext } from '../model.ts';

/** On to Microsoft: by itself at once, by the button where a browser does not refresh. Says what to do there. */
export function leavingPage(model: LeavingPage, context: PageContext): Html {
  const { words } = context;
  const text = words.pages.leaving;
  const there = text[model.kind];
  const { organization } = model.invitation;
  const to = httpsAddress(model.to);
  const main = html`${hero({ icon: null, tone: 'plain', title: text.title, lead: sentence(text.lead, { organization }) })}
    <div class="cols">
      <section>
        <h2>${text.tick}</h2>
        ${lines([
          line({ icon: 'check', tone: 'plain', text: sentence(text.signIn, { organization }) }),
          line({ icon: 'check', tone: 'plain', text: html`<b>${there.box}</b>`, detail: there.boxReason }),
          line({ icon: 'check', tone: 'plain', text: there.accept }),
        ])}
      </section>
      <section class="cta" aria-labelledby="goes-to">
        <h2 id="goes-to">${text.goesTo}</h2>
        <p><code class="lk-mono" dir="ltr">${to.host}</code></p>
        <p class="lk-soft">${words.pages.openMicrosoft}</p>
        <a class="lk-btn lk-btn--primary lk-btn--wide" rel="noreferrer" href="${to.href}">${text.link}</a>
        <p class="lk-soft">${text.stays}</p>
      </section>
    </div>`;
  return pageDocument(context, { title: text.title, main, invitation: model.invitation, refreshTo: to.href });
}
